package factory.integration.gateway.intake;

import static tools.jackson.core.JsonToken.END_OBJECT;
import static tools.jackson.core.JsonToken.START_OBJECT;
import static tools.jackson.core.JsonToken.VALUE_NULL;
import static tools.jackson.core.JsonToken.VALUE_STRING;

import factory.integration.gateway.event.PublishField;
import factory.integration.gateway.event.PublishRequest;
import factory.integration.gateway.event.PublishRequestParser;
import factory.integration.gateway.json.StrictTokens;
import factory.integration.gateway.problem.RequestRefused;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * What a message's body says: a body of the API, or an envelope whose {@code payload} stands for
 * {@code data} and which may name the event's addressee as a body of the API does.
 */
final class MessageBody {

  private static final String PAYLOAD = "payload";

  private final Map<EnvelopeField, String> envelope = new EnumMap<>(EnvelopeField.class);
  private final PublishRequest request;
  private boolean isEnvelope;

  private MessageBody(StrictTokens tokens) {
    PublishRequestParser fields = new PublishRequestParser(tokens);
    this.request = fields.request();
    while (tokens.next() != END_OBJECT) {
      read(tokens, fields);
    }
    tokens.end();
  }

  static MessageBody parse(byte[] body) {
    try (StrictTokens tokens = StrictTokens.of(body)) {
      if (tokens.next() != START_OBJECT) {
        throw RequestRefused.unreadable("the body must be a JSON object");
      }
      return new MessageBody(tokens);
    }
  }

  PublishRequest request() {
    return request;
  }

  boolean isEnvelope() {
    return isEnvelope;
  }

  @Nullable String text(EnvelopeField field) {
    return envelope.get(field);
  }

  private void read(StrictTokens tokens, PublishRequestParser fields) {
    String name = tokens.string();
    EnvelopeField known = EnvelopeField.labelled(name);
    if (known != null) {
      isEnvelope = true;
      keep(known, tokens.next(), tokens);
    } else if (name.equals(PAYLOAD)) {
      isEnvelope = true;
      fields.field(PublishField.DATA.label());
    } else {
      fields.field(name);
    }
  }

  private void keep(EnvelopeField field, @Nullable JsonToken value, StrictTokens tokens) {
    if (value == VALUE_STRING) {
      envelope.put(field, tokens.string());
    } else if (value != VALUE_NULL) {
      request.errors().add(field.label(), "must be a string");
      tokens.skip();
    }
  }
}
