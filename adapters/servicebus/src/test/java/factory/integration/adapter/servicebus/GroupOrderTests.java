package factory.integration.adapter.servicebus;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.saga.publication.OutgoingMessage;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GroupOrderTests {

  @Test
  void sendsMessagesOfDifferentGroupsTogether() {
    assertThat(waves("a1", "b1", "c1")).containsExactly(List.of("a1", "b1", "c1"));
  }

  @Test
  void sendsTheNextMessageOfAGroupAfterTheOneBefore() {
    assertThat(waves("a1", "b1", "a2", "a3", "b2"))
        .containsExactly(List.of("a1", "b1"), List.of("a2", "b2"), List.of("a3"));
  }

  @Test
  void needsNoWaveForNothing() {
    assertThat(waves()).isEmpty();
  }

  private static List<List<String>> waves(String... names) {
    List<OutgoingMessage> messages =
        Stream.of(names)
            .map(
                name -> {
                  String group = name.substring(0, 1);
                  return new OutgoingMessage("topic", group, name, null, Map.of(), new byte[0]);
                })
            .toList();
    return GroupOrder.waves(messages).stream()
        .map(wave -> wave.stream().map(OutgoingMessage::eventType).toList())
        .toList();
  }
}
