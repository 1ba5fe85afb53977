package factory.integration.gateway.inbound;

import factory.integration.api.catalogue.EventCatalogue;
import factory.integration.api.inbound.InboundMapping;
import factory.integration.api.inbound.ValueSource;
import factory.integration.api.mapping.JsonMapping;
import factory.integration.api.mapping.MappingFailed;
import factory.integration.api.sourceevent.EventType;
import factory.integration.gateway.json.JsonBody;
import factory.integration.gateway.json.JsonPointer;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.verification.ReceivedCall;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes an event out of a webhook as its source says, or refuses with what is missing. */
final class WebhookMapper {

  private static final int LONGEST_KEY = 256;

  private final JsonMapping expressions;

  WebhookMapper(JsonMapping expressions) {
    this.expressions = expressions;
  }

  MappedWebhook map(InboundMapping mapping, ReceivedCall call, JsonBody body) {
    return new MappedWebhook(
        eventType(text("eventType", mapping.eventType(), call, body)),
        data(mapping.payload(), call, body),
        key(text("deduplicationKey", mapping.deduplicationKey(), call, body)));
  }

  private static EventType eventType(String text) {
    String name = text.replace('/', '.').replaceAll("[^A-Za-z0-9_.-]", "_");
    try {
      return EventCatalogue.resolve(name);
    } catch (IllegalArgumentException e) {
      throw RequestRefused.invalid("eventType", String.valueOf(e.getMessage()));
    }
  }

  /** A long key is as good as its hash. */
  private static String key(String text) {
    return text.length() <= LONGEST_KEY ? text : hash(text.getBytes(StandardCharsets.UTF_8));
  }

  private @Nullable String data(ValueSource source, ReceivedCall call, JsonBody body) {
    if (source instanceof ValueSource.Pointer(String pointer) && pointer.isEmpty()) {
      return null;
    }
    String data = spelling("payload", source, call, body);
    if (data == null || data.isEmpty() || data.charAt(0) != '{') {
      throw RequestRefused.invalid("payload", "must be a JSON object, but the mapping finds none");
    }
    return data;
  }

  private String text(String field, ValueSource source, ReceivedCall call, JsonBody body) {
    String text =
        switch (source) {
          case ValueSource.Fixed fixed -> fixed.value();
          case ValueSource.Header header -> call.header(header.name());
          case ValueSource.BodyHash _ -> hash(call.body());
          case ValueSource.Pointer _, ValueSource.Expression _ -> {
            String spelling = spelling(field, source, call, body);
            yield spelling == null ? null : JsonBody.scalar(spelling);
          }
        };
    if (text == null || text.isBlank()) {
      throw RequestRefused.invalid(field, "is not where the source's mapping looks for it");
    }
    return text;
  }

  private @Nullable String spelling(
      String field, ValueSource source, ReceivedCall call, JsonBody body) {
    return switch (source) {
      case ValueSource.Pointer pointer -> JsonPointer.parse(pointer.pointer()).find(body.bytes());
      case ValueSource.Expression expression -> evaluate(field, expression, call, body);
      case ValueSource.Fixed _, ValueSource.Header _, ValueSource.BodyHash _ -> null;
    };
  }

  private String evaluate(
      String field, ValueSource.Expression expression, ReceivedCall call, JsonBody body) {
    ObjectNode headers = JsonMapper.shared().createObjectNode();
    call.headers().forEach(headers::put);
    String input = "{\"headers\":" + headers + ",\"body\":" + body.text() + "}";
    try {
      return expressions.apply(expression.expression(), input).strip();
    } catch (MappingFailed e) {
      throw RequestRefused.invalid(field, "the expression failed: " + e.getMessage());
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
