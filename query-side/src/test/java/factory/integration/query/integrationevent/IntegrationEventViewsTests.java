package factory.integration.query.integrationevent;

import static factory.integration.query.Feed.NOON;
import static factory.integration.query.Samples.DELIVERY;
import static factory.integration.query.Samples.plan;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.integrationevent.DeliveryStatus;
import factory.integration.api.integrationevent.IntegrationEventId;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.api.integrationevent.IntegrationEventView;
import factory.integration.query.Feed;
import factory.integration.query.Samples;
import org.junit.jupiter.api.Test;

class IntegrationEventViewsTests {

  private static final IntegrationEventViews QUIET = new IntegrationEventViews(id -> null);
  private static final IntegrationEventViews BUSY =
      new IntegrationEventViews(id -> NOON.plusSeconds(1));

  @Test
  void showsAQueuedAttempt() {
    IntegrationEventView view = QUIET.view(queued(1));
    assertThat(view.id()).isEqualTo(new IntegrationEventId("dlv-1-1"));
    assertThat(view.integrationId()).isEqualTo("sub-1");
    assertThat(view.status()).isEqualTo(IntegrationEventStatus.QUEUED);
    assertThat(view.deliveryStatus()).isEqualTo(DeliveryStatus.SCHEDULED);
    assertThat(view.isCurrentAttempt()).isTrue();
    assertThat(view.resubmittedFromEventId()).isNull();
    assertThat(view.startedAt()).isNull();
  }

  @Test
  void linksAnAttemptToTheOneBefore() {
    assertThat(QUIET.view(queued(3)).resubmittedFromEventId())
        .isEqualTo(new IntegrationEventId("dlv-1-2"));
  }

  @Test
  void showsARunningCallAsProcessing() {
    IntegrationEventView view = BUSY.view(queued(1));
    assertThat(view.status()).isEqualTo(IntegrationEventStatus.PROCESSING);
    assertThat(view.deliveryStatus()).isEqualTo(DeliveryStatus.PROCESSING);
    assertThat(view.startedAt()).isEqualTo(NOON.plusSeconds(1));
  }

  @Test
  void showsADiscardedDeliveryAsItIsWhateverRuns() {
    IntegrationEventView view =
        BUSY.view(
            IntegrationEventDocument.discarded(1, Feed.TENANT, DELIVERY, plan(), "off", NOON));
    assertThat(view.status()).isEqualTo(IntegrationEventStatus.CANCELLED);
    assertThat(view.deliveryStatus()).isEqualTo(DeliveryStatus.DISCARDED);
    assertThat(view.statusReason()).isEqualTo("off");
    assertThat(view.completedAt()).isEqualTo(NOON);
  }

  @Test
  void showsAVendorsCallAsInboundAndNotToBeSentAgain() {
    IntegrationEventView view =
        BUSY.view(IntegrationEventDocument.received(1, Feed.TENANT, Samples.received(), NOON));
    assertThat(view.direction()).isEqualTo("inbound");
    assertThat(view.integrationId()).isEqualTo("src-1");
    assertThat(view.status()).isEqualTo(IntegrationEventStatus.SUCCESS);
    assertThat(view.resubmitEnabled()).isFalse();
  }

  private static IntegrationEventDocument queued(int attempt) {
    return IntegrationEventDocument.queued(1, Feed.TENANT, DELIVERY, attempt, plan(), NOON);
  }
}
