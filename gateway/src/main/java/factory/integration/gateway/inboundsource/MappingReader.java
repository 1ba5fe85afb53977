package factory.integration.gateway.inboundsource;

import factory.integration.api.inbound.InboundMapping;
import factory.integration.api.inbound.InboundVerification;
import factory.integration.api.inbound.ValueSource;
import factory.integration.api.mapping.JsonMapping;
import factory.integration.api.mapping.MappingFailed;
import factory.integration.gateway.inboundsource.MappingForm.ValueForm;
import factory.integration.gateway.json.JsonPointer;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.TextRules;
import factory.integration.gateway.verification.VendorMappings;
import org.jspecify.annotations.Nullable;

/** Makes a mapping out of what was sent and what the vendor is known for. */
final class MappingReader {

  private static final int MAX_EXPRESSION = 4_096;
  private static final int MAX_POINTER = 256;
  private static final int MAX_FIXED = 128;

  private final JsonMapping expressions;

  MappingReader(JsonMapping expressions) {
    this.expressions = expressions;
  }

  /** The mapping; null and errors where it lacks something or is wrong. */
  @Nullable InboundMapping read(
      @Nullable MappingForm given, InboundVerification verification, FieldErrors errors) {
    MappingForm form = given == null ? new MappingForm(null, null, null) : given;
    ValueSource eventType =
        read("eventType", form.eventType(), VendorMappings.eventType(verification), errors);
    ValueSource payload = read("payload", form.payload(), new ValueSource.Pointer(""), errors);
    ValueSource key =
        read(
            "deduplicationKey",
            form.deduplicationKey(),
            VendorMappings.deduplicationKey(verification),
            errors);
    checkUse(eventType, payload, key, errors);
    return eventType == null || payload == null || key == null
        ? null
        : new InboundMapping(eventType, payload, key);
  }

  private @Nullable ValueSource read(
      String field, @Nullable ValueForm form, @Nullable ValueSource usual, FieldErrors errors) {
    String path = "mapping." + field;
    if (form == null) {
      if (usual == null) {
        errors.add(path, "is required, such as {\"pointer\": \"/type\"}");
      }
      return usual;
    }
    ValueSource source = form.source();
    if (source == null) {
      errors.add(path, "must be one of fixed, header, pointer, expression, or bodyHash true");
    } else {
      check(path, source, errors);
    }
    return source;
  }

  private void check(String path, ValueSource source, FieldErrors errors) {
    switch (source) {
      case ValueSource.Fixed(String value) -> TextRules.check(path, value, MAX_FIXED, errors);
      case ValueSource.Header(String name) -> SourceRules.checkHeader(path, name, errors);
      case ValueSource.Pointer(String pointer) -> {
        if (!pointer.isEmpty()) {
          TextRules.check(path, pointer, MAX_POINTER, errors);
        }
        errors.attempt(path, () -> JsonPointer.parse(pointer));
      }
      case ValueSource.Expression(String text) -> checkExpression(path, text, errors);
      case ValueSource.BodyHash _ -> {}
    }
  }

  private void checkExpression(String path, String text, FieldErrors errors) {
    if (text.isBlank() || text.length() > MAX_EXPRESSION) {
      errors.add(path, "must have 1 to " + MAX_EXPRESSION + " characters");
      return;
    }
    try {
      expressions.check(text);
    } catch (MappingFailed e) {
      errors.add(path, "is no expression: " + e.getMessage());
    }
  }

  private static void checkUse(
      @Nullable ValueSource eventType,
      @Nullable ValueSource payload,
      @Nullable ValueSource key,
      FieldErrors errors) {
    if (eventType instanceof ValueSource.BodyHash) {
      errors.add("mapping.eventType", "can't be the hash of the body");
    }
    if (payload != null
        && !(payload instanceof ValueSource.Pointer)
        && !(payload instanceof ValueSource.Expression)) {
      errors.add("mapping.payload", "must be a pointer or an expression");
    }
    if (key instanceof ValueSource.Fixed) {
      errors.add("mapping.deduplicationKey", "can't be fixed: everything would be a repeat");
    }
  }
}
