package factory.integration.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InboxesTests {

  private final Inboxes inboxes = new Inboxes();

  private static InboxRequest request(String body) {
    return new InboxRequest(Instant.EPOCH, Map.of(), body, null);
  }

  @Test
  void keepsTheLatestHundred() {
    for (int i = 0; i < 150; i++) {
      inboxes.add("a", request("" + i));
    }
    assertThat(inboxes.latest("a")).hasSize(100);
    assertThat(inboxes.latest("a").getFirst().body()).isEqualTo("149");
    assertThat(inboxes.latest("b")).isEmpty();
  }

  @Test
  void forgetsTheOldestWhenItIsTooMuchInAll() {
    String large = "x".repeat(64 << 10);
    for (int i = 0; i < 10; i++) {
      for (int j = 0; j < 100; j++) {
        inboxes.add("inbox" + i, request(large));
      }
    }
    assertThat(inboxes.latest("inbox0")).isEmpty();
    assertThat(inboxes.latest("inbox9")).hasSize(100);
  }

  @Test
  void keepsAThousandInboxes() {
    for (int i = 0; i < 1_001; i++) {
      inboxes.add("inbox" + i, request("x"));
    }
    assertThat(inboxes.latest("inbox0")).isEmpty();
    assertThat(inboxes.latest("inbox1")).hasSize(1);
  }
}
