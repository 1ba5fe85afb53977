package factory.integration.gateway.intake;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields that an envelope has and a body of the API has not. */
enum EnvelopeField {
  EVENT_ID("eventId"),
  TENANT_ID("tenantId"),
  TRACE_ID("traceId"),
  CORRELATION_ID("correlationId"),
  CAUSATION_ID("causationId");

  private static final Map<String, EnvelopeField> BY_LABEL =
      Arrays.stream(values()).collect(Collectors.toMap(EnvelopeField::label, Function.identity()));

  private final String label;

  EnvelopeField(String label) {
    this.label = label;
  }

  static @Nullable EnvelopeField labelled(String name) {
    return BY_LABEL.get(name);
  }

  String label() {
    return label;
  }
}
