package factory.integration.query.eventlog;

import static factory.integration.query.Samples.EVENT;
import static factory.integration.query.Samples.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import factory.integration.api.messaging.Page;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.FindSourceEvents;
import factory.integration.api.sourceevent.GetSourceEvent;
import factory.integration.api.sourceevent.Routing;
import factory.integration.api.sourceevent.RoutingDecision;
import factory.integration.api.sourceevent.SourceEventView;
import factory.integration.query.Feed;
import factory.integration.query.PageRequest;
import factory.integration.query.Position;
import factory.integration.query.Samples;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventLogQueryHandlerTests {

  private static final TenantId TENANT = new TenantId(Feed.TENANT);

  private final InMemoryEventLog log = new InMemoryEventLog();
  private final EventLogQueryHandler handler =
      new EventLogQueryHandler(log, (tenant, eventId) -> List.of());

  @BeforeEach
  void acceptAnEvent() throws Exception {
    new Feed(new EventLogProjection(log)).publish("evt-1", accepted(new Routing.Broadcast()));
  }

  @Test
  void answersTheEventWithItsRouting() {
    RoutingDecision decision = new RoutingDecision(null, true, "url", Samples.DELIVERY);
    log.route(EVENT, List.of(decision));
    assertThat(handler.handle(new GetSourceEvent(TENANT, EVENT)))
        .hasValueSatisfying(view -> assertThat(view.routing()).containsExactly(decision));
  }

  @Test
  void answersNothingToAnotherTenant() {
    assertThat(handler.handle(new GetSourceEvent(TenantId.DEFAULT, EVENT))).isEmpty();
  }

  @Test
  void asksForWordsAndGoesOnWhereThePageEnded() {
    Page<?> page = handler.handle(find("Order-17 x", null));
    assertThat(page.items()).extracting("data").containsExactly(Samples.DATA);
    handler.handle(find(" ", page.nextCursor()));
    assertThat(log.askedWords).containsExactly(List.of("order-17", "x"), null);
    assertThat(log.askedPages)
        .containsExactly(
            new PageRequest(10, Position.START), new PageRequest(10, new Position(7, 0)));
  }

  @Test
  void refusesAForeignCursor() {
    assertThatIllegalArgumentException().isThrownBy(() -> handler.handle(find(null, "x")));
  }

  @Test
  void isFoundByTheTypesThatTheGatewayAsksFor() {
    QueryGateway gateway = gateway();
    Optional<SourceEventView> one =
        gateway
            .query(
                new GetSourceEvent(TENANT, EVENT),
                ResponseTypes.optionalInstanceOf(SourceEventView.class))
            .join();
    assertThat(one).isPresent();
    Page<?> page = gateway.query(find(null, null), ResponseTypes.instanceOf(Page.class)).join();
    assertThat(page.items()).hasSize(1);
  }

  private QueryGateway gateway() {
    SimpleQueryBus bus = SimpleQueryBus.builder().build();
    new AnnotationQueryHandlerAdapter<>(handler).subscribe(bus);
    return DefaultQueryGateway.builder().queryBus(bus).build();
  }

  private static FindSourceEvents find(String text, String cursor) {
    return new FindSourceEvents(TENANT, null, null, null, text, null, null, 10, cursor);
  }
}
