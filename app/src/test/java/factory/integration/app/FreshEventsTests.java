package factory.integration.app;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.ReadAhead;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.sourceevent.PublishEvent;
import factory.integration.api.sourceevent.Routing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FreshEventsTests {

  private final List<String> fresh = new ArrayList<>();
  private final FreshEvents interceptor = new FreshEvents(() -> new Noted(fresh));

  private record Noted(List<String> fresh) implements ReadAhead {

    @Override
    public void of(Supplier<? extends Collection<String>> aggregates) {
      throw new AssertionError("nothing to read");
    }

    @Override
    public void none(String aggregate) {
      fresh.add(aggregate);
    }
  }

  @Test
  void saysThatNobodyHasPublishedAnEventWithoutAKey() throws Exception {
    assertThat(handle(null)).isEqualTo("handled");
    assertThat(fresh).containsExactly(EventId.of("1").value());
  }

  @Test
  void leavesTheSearchForARepeatedKeyAlone() throws Exception {
    assertThat(handle("key-1")).isEqualTo("handled");
    assertThat(fresh).isEmpty();
  }

  private Object handle(@Nullable String key) throws Exception {
    CommandMessage<PublishEvent> command =
        GenericCommandMessage.asCommandMessage(
            new PublishEvent(
                EventId.of("1"),
                new EventType("orderCreated"),
                "{}",
                new Routing.Broadcast(),
                Map.of(),
                null,
                key,
                Instant.EPOCH));
    return interceptor.handle(new DefaultUnitOfWork<>(command), () -> "handled");
  }
}
