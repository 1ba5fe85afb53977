package factory.integration.command.sourceevent;

import static factory.integration.command.sourceevent.SourceEventFixture.DATA;
import static factory.integration.command.sourceevent.SourceEventFixture.ID;
import static factory.integration.command.sourceevent.SourceEventFixture.NOON;
import static factory.integration.command.sourceevent.SourceEventFixture.accepted;
import static factory.integration.command.sourceevent.SourceEventFixture.publish;
import static factory.integration.command.sourceevent.SourceEventFixture.route;
import static factory.integration.command.sourceevent.SourceEventFixture.routed;

import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import factory.integration.api.sourceevent.DuplicateEventReceived;
import factory.integration.api.sourceevent.EventRouted;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.sourceevent.PublishEvent;
import factory.integration.api.sourceevent.Routing;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SourceEventTests {

  private static final EventType TYPE = new EventType("orderCreated");
  private static final Routing ALL = new Routing.Broadcast();
  private static final Map<String, String> HEADERS = Map.of("x-a", "b");

  private final FixtureConfiguration<SourceEvent> fixture =
      new AggregateTestFixture<>(SourceEvent.class);

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class PublishEventTests {

    @Test
    void acceptsAnEvent() {
      fixture
          .givenNoPriorActivity()
          .when(publish(null))
          .expectEvents(accepted(null))
          .expectResultMessagePayload(false);
    }

    @Test
    void acceptsAnEventUnderItsKey() {
      fixture
          .givenNoPriorActivity()
          .when(publish("k-1"))
          .expectEvents(accepted("k-1"))
          .expectResultMessagePayload(false);
    }

    @Test
    void noticesTheSameEventUnderItsKeyAgain() {
      fixture
          .given(accepted("k-1"))
          .when(publish("k-1", DATA, NOON.plusSeconds(5)))
          .expectEvents(new DuplicateEventReceived(ID, "k-1"))
          .expectResultMessagePayload(true);
    }

    @Test
    void noticesEveryRepetition() {
      fixture
          .given(accepted("k-1"), new DuplicateEventReceived(ID, "k-1"), routed("all"))
          .when(publish("k-1"))
          .expectEvents(new DuplicateEventReceived(ID, "k-1"))
          .expectResultMessagePayload(true);
    }

    @ParameterizedTest
    @MethodSource("otherContents")
    void refusesOtherContentUnderTheSameKey(PublishEvent other) {
      fixture
          .given(accepted("k-1"))
          .when(other)
          .expectNoEvents()
          .expectException(CommandRejected.class)
          .expectExceptionMessage(Reason.IDEMPOTENCY_KEY_REUSED.detail());
    }

    @Test
    void refusesAnIdThatIsTakenWithoutAKey() {
      fixture
          .given(accepted(null))
          .when(publish(null))
          .expectNoEvents()
          .expectException(CommandRejected.class);
    }

    static Stream<PublishEvent> otherContents() {
      return Stream.of(
          publish("k-1", "{\"id\": \"o-2\"}", NOON),
          publish("k-1", "{\"id\":\"o-1\"}", NOON),
          publish("k-1", new EventType("orderPaid"), DATA, ALL, HEADERS, "o-1", NOON),
          publish("k-1", TYPE, DATA, new Routing.FanOut("c-1"), HEADERS, "o-1", NOON),
          publish("k-1", TYPE, DATA, ALL, Map.of(), "o-1", NOON),
          publish("k-1", TYPE, DATA, ALL, HEADERS, null, NOON));
    }
  }

  @Nested
  class RouteEventTests {

    @Test
    void keepsTheDecisions() {
      fixture
          .given(accepted(null))
          .when(route("it meets *"))
          .expectEvents(routed("it meets *"))
          .expectResultMessagePayload(true);
    }

    @Test
    void keepsTheFirstDecisionsOnly() {
      fixture
          .given(accepted(null), routed("it meets *"))
          .when(route("it meets order*"))
          .expectNoEvents()
          .expectResultMessagePayload(false);
    }

    @Test
    void keepsThatNobodyWasMeant() {
      fixture
          .given(accepted(null), new EventRouted(ID, List.of()))
          .when(route("it meets *"))
          .expectNoEvents();
    }

    @Test
    void refusesAnEventThatWasNeverAccepted() {
      fixture
          .givenNoPriorActivity()
          .when(route("it meets *"))
          .expectNoEvents()
          .expectException(AggregateNotFoundException.class);
    }
  }
}
