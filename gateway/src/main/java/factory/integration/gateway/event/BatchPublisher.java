package factory.integration.gateway.event;

import factory.integration.api.sourceevent.PublishEvent;
import factory.integration.gateway.problem.ProblemTranslator;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.RequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.common.AxonTransientException;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;

/**
 * Publishes many events in their order, within one unit of work: they are kept in one write. An
 * event that is refused takes none of the others with it.
 */
final class BatchPublisher {

  private final PublishTranslator translator;
  private final EventPublisher publisher;
  private final Messages messages;
  private final ProblemTranslator problems;

  BatchPublisher(
      PublishTranslator translator,
      EventPublisher publisher,
      Messages messages,
      ProblemTranslator problems) {
    this.translator = translator;
    this.publisher = publisher;
    this.messages = messages;
    this.problems = problems;
  }

  private sealed interface Item {
    record Sendable(PublishEvent command, RequestContext context) implements Item {}

    record Wrong(BatchItem answer) implements Item {}
  }

  List<BatchItem> publish(List<PublishRequest> requests, RequestContext context) {
    List<Item> items = requests.stream().map(request -> item(request, context)).toList();
    try {
      return together(items);
    } catch (AxonTransientException | AggregateStreamCreationException e) {
      return items.stream().map(this::alone).toList();
    }
  }

  private Item item(PublishRequest request, RequestContext context) {
    try {
      return new Item.Sendable(
          translator.toCommand(request, context.tenant()),
          EventPublisher.context(request, context));
    } catch (RuntimeException e) {
      return new Item.Wrong(BatchItem.failed(problems.translate(e)));
    }
  }

  private List<BatchItem> together(List<Item> items) {
    List<CompletableFuture<BatchItem>> answers = new ArrayList<>();
    new DefaultUnitOfWork<>(null).execute(() -> items.forEach(item -> answers.add(start(item))));
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private CompletableFuture<BatchItem> start(Item item) {
    return switch (item) {
      case Item.Wrong wrong -> CompletableFuture.completedFuture(wrong.answer());
      case Item.Sendable sendable ->
          messages
              .<Boolean>start(sendable.command(), sendable.context())
              .thenApply(known -> BatchItem.accepted(sendable.command().eventId(), known))
              .exceptionally(e -> BatchItem.failed(problems.translate(e)));
    };
  }

  /** One by one, so that a conflict with another node's write fails its own event only. */
  private BatchItem alone(Item item) {
    return switch (item) {
      case Item.Wrong wrong -> wrong.answer();
      case Item.Sendable sendable -> {
        try {
          Accepted accepted = publisher.publish(sendable.command(), sendable.context());
          yield BatchItem.accepted(accepted.eventId(), accepted.duplicate());
        } catch (RuntimeException e) {
          yield BatchItem.failed(problems.translate(e));
        }
      }
    };
  }
}
