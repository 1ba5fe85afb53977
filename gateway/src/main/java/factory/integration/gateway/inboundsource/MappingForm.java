package factory.integration.gateway.inboundsource;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.inbound.InboundMapping;
import factory.integration.api.inbound.ValueSource;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is made of a webhook, as it stands in requests and answers. */
@Schema(
    name = "InboundMapping",
    description = "What is left out is as the vendor has it; payload is the whole body.")
record MappingForm(
    @Nullable ValueForm eventType,
    @Nullable ValueForm payload,
    @Nullable ValueForm deduplicationKey) {

  static MappingForm of(InboundMapping mapping) {
    return new MappingForm(
        ValueForm.of(mapping.eventType()),
        ValueForm.of(mapping.payload()),
        ValueForm.of(mapping.deduplicationKey()));
  }

  /** Where a value comes from, as it stands in requests and answers: one of these. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(
      name = "InboundValue",
      description =
          "One of: fixed (a text), header (its name), pointer (a JSON pointer into the body),"
              + " expression (JSONata over {headers, body}), bodyHash (true: SHA-256 of the body).")
  record ValueForm(
      @Nullable String fixed,
      @Nullable String header,
      @Nullable String pointer,
      @Nullable String expression,
      @Nullable Boolean bodyHash) {

    static ValueForm of(ValueSource source) {
      return switch (source) {
        case ValueSource.Fixed(String value) -> new ValueForm(value, null, null, null, null);
        case ValueSource.Header(String name) -> new ValueForm(null, name, null, null, null);
        case ValueSource.Pointer(String pointer) -> new ValueForm(null, null, pointer, null, null);
        case ValueSource.Expression(String text) -> new ValueForm(null, null, null, text, null);
        case ValueSource.BodyHash _ -> new ValueForm(null, null, null, null, true);
      };
    }

    /** The source that is given; null unless it is exactly one. */
    @Nullable ValueSource source() {
      if (Stream.of(fixed, header, pointer, expression).filter(it -> it != null).count()
              + (isHash() ? 1 : 0)
          != 1) {
        return null;
      }
      if (fixed != null) {
        return new ValueSource.Fixed(fixed);
      }
      if (header != null) {
        return new ValueSource.Header(header);
      }
      if (pointer != null) {
        return new ValueSource.Pointer(pointer);
      }
      return expression != null
          ? new ValueSource.Expression(expression)
          : new ValueSource.BodyHash();
    }

    private boolean isHash() {
      return Boolean.TRUE.equals(bodyHash);
    }
  }
}
