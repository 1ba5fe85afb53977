package factory.integration.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.inbound.InboundSourceId;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RejectionsTests {

  private static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");
  private static final InboundSourceId SOURCE = InboundSourceId.of("a");

  private final Rejections rejections = new Rejections();

  @Test
  void showsTheLatestFirst() {
    add(SOURCE, NOON, "first");
    add(SOURCE, NOON.plusSeconds(1), "second");
    assertThat(rejections.of(SOURCE).items())
        .extracting(Rejection::detail)
        .containsExactly("second", "first");
    assertThat(rejections.of(SOURCE).suppressed()).isZero();
  }

  @Test
  void keepsAFewOfAFloodAndCountsTheOthers() {
    for (int i = 0; i < 10_000; i++) {
      add(SOURCE, NOON.plusMillis(i % 1000), "flood");
    }
    assertThat(rejections.of(SOURCE).items()).hasSize(5);
    assertThat(rejections.of(SOURCE).suppressed()).isEqualTo(9_995);
  }

  @Test
  void keepsFiftyOfASource() {
    for (int i = 0; i < 100; i++) {
      add(SOURCE, NOON.plusSeconds(i), Integer.toString(i));
    }
    assertThat(rejections.of(SOURCE).items())
        .hasSize(50)
        .extracting(Rejection::detail)
        .startsWith("99")
        .endsWith("50");
  }

  @Test
  void forgetsTheSourcesThatWereQuietLongest() {
    for (int i = 0; i <= 1_000; i++) {
      add(InboundSourceId.of("s" + i), NOON, "x");
    }
    assertThat(rejections.of(InboundSourceId.of("s0")).items()).isEmpty();
    assertThat(rejections.of(InboundSourceId.of("s1000")).items()).hasSize(1);
  }

  private void add(InboundSourceId source, Instant at, String detail) {
    rejections.add(source, new Rejection(at, 401, "proofWrong", detail, 2, Map.of()));
  }
}
