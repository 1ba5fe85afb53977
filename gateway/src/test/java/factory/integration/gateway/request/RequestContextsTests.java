package factory.integration.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.messaging.UniqueIds;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestContextsTests {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final RequestContexts contexts =
      new RequestContexts(new UniqueIds(InstantSource.system()));
  private final MockHttpServletRequest request = new MockHttpServletRequest();

  private RequestContext context() {
    return contexts.of(request, TenantId.DEFAULT, "key-1");
  }

  @Test
  void continuesTheCallersTrace() {
    request.addHeader("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
    assertThat(context().traceId()).isEqualTo("trace-" + TRACE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "00-4bf92f3577b34da6a3ce929d0e0e473-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473\n-00f067aa0ba902b7-01"
      })
  void startsATraceWhereTheCallersIsUnusable(String parent) {
    request.addHeader("traceparent", parent);
    assertThat(context().traceId()).matches("trace-[0-9a-f]{32}").doesNotContain("4bf92f");
  }

  @Test
  void keepsTheCallersCorrelation() {
    request.addHeader("X-Correlation-Id", "order/42");
    assertThat(context().correlationId()).isEqualTo("order/42");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\u0000", "é"})
  void makesACorrelationWhereTheCallersIsUnusable(String given) {
    request.addHeader("X-Correlation-Id", given);
    assertThat(context().correlationId()).matches("corr-[0-9a-z]{26}");
  }

  @Test
  void makesACorrelationWhereTheCallersIsTooLong() {
    request.addHeader("X-Correlation-Id", "a".repeat(129));
    assertThat(context().correlationId()).startsWith("corr-");
  }

  @Test
  void becomesMetadata() {
    assertThat(context().within("p", null).metaData())
        .containsEntry(ContextKeys.TENANT_ID, "default")
        .containsEntry(ContextKeys.ACTOR, "key-1")
        .containsEntry(ContextKeys.PROJECT_ID, "p")
        .containsKeys(ContextKeys.TRACE_ID, ContextKeys.CORRELATION_ID)
        .doesNotContainKey(ContextKeys.MODULE_ID);
  }
}
