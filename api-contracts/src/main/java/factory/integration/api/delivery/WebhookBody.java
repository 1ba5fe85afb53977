package factory.integration.api.delivery;

import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.PayloadFormat;
import java.time.Instant;
import java.util.Map;

/**
 * The body an endpoint receives. The published data is copied as it came, so the bytes that are
 * signed, sent and shown later are the same; therefore the text is joined, not serialised.
 */
public final class WebhookBody {

  private static final int ENVELOPE_LENGTH = 512;

  /** What the envelope takes from the context, in its order. */
  private static final String[] CONTEXT = {
    ContextKeys.TENANT_ID,
    ContextKeys.PROJECT_ID,
    ContextKeys.MODULE_ID,
    ContextKeys.TRACE_ID,
    ContextKeys.CORRELATION_ID,
    ContextKeys.CAUSATION_ID
  };

  private WebhookBody() {}

  /**
   * The body as text; its bytes are UTF-8.
   *
   * @param data the published JSON
   * @param context values of {@link ContextKeys}, absent ones left out; used by the envelope only
   */
  public static String render(
      PayloadFormat format,
      EventId id,
      EventType type,
      Instant occurredAt,
      String data,
      Map<String, String> context) {
    return switch (format) {
      case RAW -> data;
      case STANDARD ->
          "{\"type\":\"" + type + "\",\"timestamp\":\"" + occurredAt + "\",\"data\":" + data + "}";
      case ENVELOPE -> envelope(id, type, occurredAt, data, context);
    };
  }

  private static String envelope(
      EventId id, EventType type, Instant occurredAt, String data, Map<String, String> context) {
    StringBuilder json = new StringBuilder(data.length() + ENVELOPE_LENGTH).append('{');
    appendField(json, "eventId", id.value());
    appendField(json.append(','), "eventType", type.value());
    for (String key : CONTEXT) {
      String value = context.get(key);
      if (value != null) {
        appendField(json.append(','), key, value);
      }
    }
    appendField(json.append(','), "occurredAt", occurredAt.toString());
    return json.append(",\"payload\":").append(data).append('}').toString();
  }

  private static void appendField(StringBuilder json, String name, String value) {
    json.append('"').append(name).append("\":\"");
    for (int i = 0; i < value.length(); i++) {
      appendEscaped(json, value.charAt(i));
    }
    json.append('"');
  }

  private static void appendEscaped(StringBuilder json, char c) {
    if (c == '"' || c == '\\') {
      json.append('\\').append(c);
    } else if (c < ' ' || Character.isSurrogate(c)) {
      json.append(String.format("\\u%04x", (int) c));
    } else {
      json.append(c);
    }
  }
}
