package factory.integration.app;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.ContextKeys;
import java.util.Map;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

class ContextCorrelationTests {

  private final ContextCorrelation correlation = new ContextCorrelation();

  @Test
  void handsTheContextOnAndNamesTheCause() {
    Message<?> message =
        new GenericMessage<>(
            "payload",
            MetaData.with(ContextKeys.TENANT_ID, "acme")
                .and(ContextKeys.TRACE_ID, "trace-1")
                .and(ContextKeys.CORRELATION_ID, "corr-1")
                .and(ContextKeys.CAUSATION_ID, "an earlier one"));

    assertThat(correlation.correlationDataFor(message))
        .isEqualTo(
            Map.of(
                ContextKeys.TENANT_ID, "acme",
                ContextKeys.TRACE_ID, "trace-1",
                ContextKeys.CORRELATION_ID, "corr-1",
                ContextKeys.CAUSATION_ID, message.getIdentifier()));
  }

  @Test
  void leavesOutWhatIsNoContext() {
    Message<?> message = new GenericMessage<>("payload", MetaData.with("other", "x"));

    assertThat(correlation.correlationDataFor(message))
        .isEqualTo(Map.of(ContextKeys.CAUSATION_ID, message.getIdentifier()));
  }
}
