package factory.integration.saga.publication;

import factory.integration.api.messaging.PublishedEvent;
import factory.integration.saga.ProcessingGroups;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Publishes facts a batch at a time: all messages of a batch are on their way together, and the
 * batch is over when the broker has acknowledged each. A batch that fails is published again.
 */
@DisallowReplay
@ProcessingGroup(ProcessingGroups.PUBLICATION)
final class EnvelopePublication {

  private static final String BATCH = EnvelopePublication.class.getName();

  private final EnvelopePublisher publisher;
  private final EnvelopeFactory envelopes;

  EnvelopePublication(EnvelopePublisher publisher, EnvelopeFactory envelopes) {
    this.publisher = publisher;
    this.envelopes = envelopes;
  }

  @EventHandler
  void on(PublishedEvent fact, EventMessage<?> stored, UnitOfWork<?> unitOfWork) {
    List<OutgoingMessage> batch =
        unitOfWork.root().getOrComputeResource(BATCH, _ -> startBatch(unitOfWork.root()));
    batch.add(envelopes.message(fact, stored));
  }

  private List<OutgoingMessage> startBatch(UnitOfWork<?> unitOfWork) {
    List<OutgoingMessage> batch = new ArrayList<>();
    unitOfWork.onPrepareCommit(_ -> publisher.publish(batch).join());
    return batch;
  }
}
