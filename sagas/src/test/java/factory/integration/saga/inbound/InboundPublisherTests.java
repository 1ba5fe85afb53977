package factory.integration.saga.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.delivery.InboundWebhook;
import factory.integration.api.delivery.InboundWebhookDelivered;
import factory.integration.api.inbound.InboundSourceId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.sourceevent.PublishEvent;
import factory.integration.api.sourceevent.Routing;
import factory.integration.api.subscription.PayloadFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboundPublisherTests {

  private static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");
  private static final EventId EVENT = EventId.of("01jxd3v9k2");
  private static final EventType TYPE = new EventType("push");

  private final List<Object> commands = new ArrayList<>();
  private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
  private final InboundPublisher publisher =
      new InboundPublisher(DefaultCommandGateway.builder().commandBus(bus).build());

  @BeforeEach
  void listen() {
    bus.subscribe(PublishEvent.class.getName(), command -> commands.add(command.getPayload()));
  }

  @Test
  void publishesWhatTheWebhookWasMadeInto() {
    publisher.on(delivered(null, null, true));
    assertThat(commands)
        .containsExactly(
            new PublishEvent(
                EVENT,
                TYPE,
                "{\"ref\": \"main\"}",
                new Routing.Broadcast(),
                Map.of(),
                null,
                "dlv-01jxd3v9k3",
                NOON));
  }

  @Test
  void publishesMappedDataToTheSubscriptionsOfAnOwner() {
    publisher.on(delivered("customer-1", "{\"branch\":\"main\"}", true));
    assertThat(commands)
        .singleElement()
        .satisfies(
            command -> {
              assertThat(((PublishEvent) command).data()).isEqualTo("{\"branch\":\"main\"}");
              assertThat(((PublishEvent) command).routing())
                  .isEqualTo(new Routing.FanOut("customer-1"));
            });
  }

  @Test
  void asksTheSameAgainWhenTheWebhookIsMetAgain() {
    publisher.on(delivered(null, null, true));
    publisher.on(delivered(null, null, true));
    assertThat(commands).hasSize(2).containsOnly(commands.getFirst());
  }

  @Test
  void leavesAWebhookAloneWhoseSourceDoesNotPublish() {
    publisher.on(delivered(null, null, false));
    assertThat(commands).isEmpty();
  }

  private static InboundWebhookDelivered delivered(
      @Nullable String ownerId, @Nullable String mapped, boolean publish) {
    return new InboundWebhookDelivered(
        DeliveryId.of("01jxd3v9k3"),
        new InboundWebhook(
            InboundSourceId.of("01jxd3v9k4"),
            EVENT,
            TYPE,
            ownerId,
            "k-1",
            "{\"ref\": \"main\"}",
            mapped,
            publish),
        new HttpExchange(
            "/v1/inbound/src-01jxd3v9k4",
            PayloadFormat.RAW,
            Map.of(),
            200,
            Map.of(),
            "",
            false,
            NOON,
            1,
            null,
            List.of()));
  }
}
