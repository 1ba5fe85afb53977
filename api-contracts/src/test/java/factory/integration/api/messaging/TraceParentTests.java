package factory.integration.api.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTests {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String HEADER = "00-" + TRACE + "-b7ad6b7169203331-01";

  @Test
  void readsAndWritesTheHeader() {
    assertThat(TraceParent.parse(HEADER)).hasToString("Optional[" + HEADER + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "b7ad6b7169203331",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"
      })
  void takesNothingElse(String header) {
    assertThat(TraceParent.parse(header)).isEmpty();
  }

  @Test
  void standsWithinTheTraceOfAContext() {
    String span = TraceParent.spanOfCall("dlv-1-1");
    assertThat(TraceParent.within("trace-" + TRACE, span)).contains(new TraceParent(TRACE, span));
    assertThat(TraceParent.within("trace-1", span)).isEmpty();
    assertThat(TraceParent.within(null, span)).isEmpty();
  }

  @Test
  void givesEachStepASpanOfItsOwn() {
    Set<String> spans = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      spans.add(TraceParent.spanOfPublishing("evt-" + i));
      spans.add(TraceParent.spanOfRouting("evt-" + i));
      spans.add(TraceParent.spanOfCall("dlv-1-" + i));
      spans.add(TraceParent.spanOfPublication("evt-" + i));
    }
    assertThat(spans).hasSize(4_000).allMatch(span -> span.matches("[0-9a-f]{16}"));
    assertThat(TraceParent.spanOfRouting("evt-1")).isEqualTo(TraceParent.spanOfRouting("evt-1"));
  }
}
