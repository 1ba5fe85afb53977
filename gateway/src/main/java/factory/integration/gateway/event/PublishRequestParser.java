package factory.integration.gateway.event;

import static tools.jackson.core.JsonToken.END_ARRAY;
import static tools.jackson.core.JsonToken.END_OBJECT;
import static tools.jackson.core.JsonToken.START_ARRAY;
import static tools.jackson.core.JsonToken.START_OBJECT;
import static tools.jackson.core.JsonToken.VALUE_NULL;
import static tools.jackson.core.JsonToken.VALUE_STRING;

import factory.integration.gateway.json.StrictTokens;
import factory.integration.gateway.problem.RequestRefused;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Reads an event to publish token by token, since this happens for every event: nothing is bound,
 * and the data stays spelled as it came.
 */
public final class PublishRequestParser {

  private final StrictTokens tokens;
  private final PublishRequest request = new PublishRequest();

  public PublishRequestParser(StrictTokens tokens) {
    this.tokens = tokens;
  }

  /** Reads a body that is one event. */
  static PublishRequest parse(byte[] body) {
    try (StrictTokens tokens = StrictTokens.of(body)) {
      if (tokens.next() != START_OBJECT) {
        throw RequestRefused.unreadable("the body must be a JSON object");
      }
      PublishRequest request = parse(tokens);
      tokens.end();
      return request;
    }
  }

  /** Reads the event whose opening brace is the present token, to its closing brace. */
  static PublishRequest parse(StrictTokens tokens) {
    PublishRequestParser parser = new PublishRequestParser(tokens);
    while (tokens.next() != END_OBJECT) {
      parser.field(tokens.string());
    }
    return parser.request;
  }

  /** What has been read so far. */
  public PublishRequest request() {
    return request;
  }

  /** Reads the value that follows the field's name, which is the present token. */
  public void field(String name) {
    JsonToken value = tokens.next();
    PublishField field = PublishField.spelled(name);
    if (field == null) {
      wrong(name, "is unknown here");
    } else if (!request.isFirst(field)) {
      wrong(field.label(), "stands there in two spellings; give one");
    } else if (value == VALUE_NULL && field != PublishField.DATA) {
      return;
    } else {
      value(field, value);
    }
  }

  private void value(PublishField field, @Nullable JsonToken value) {
    switch (field) {
      case DATA -> data(value);
      case CUSTOM_HEADERS -> customHeaders(value);
      case EVENT_TYPES -> eventTypes(value);
      default -> {
        if (value == VALUE_STRING) {
          request.put(field, tokens.string());
        } else {
          wrong(field.label(), "must be a string");
        }
      }
    }
  }

  private void data(@Nullable JsonToken value) {
    if (value == START_OBJECT) {
      request.put(PublishField.DATA, tokens.spelling());
    } else {
      tokens.skip();
      request.refuse(RequestRefused.unreadable("data must be a JSON object"));
    }
  }

  private void customHeaders(@Nullable JsonToken value) {
    String label = PublishField.CUSTOM_HEADERS.label();
    if (value != START_OBJECT) {
      wrong(label, "must be an object");
      return;
    }
    while (tokens.next() != END_OBJECT) {
      String name = tokens.string();
      if (tokens.next() == VALUE_STRING) {
        request.customHeaders().put(name, tokens.string());
      } else {
        wrong(label + "." + name, "must be a string");
      }
    }
  }

  private void eventTypes(@Nullable JsonToken value) {
    String label = PublishField.EVENT_TYPES.label();
    if (value != START_ARRAY) {
      wrong(label, "must be a list");
      return;
    }
    while (tokens.next() != END_ARRAY) {
      if (tokens.is(VALUE_STRING)) {
        request.eventTypes().add(tokens.string());
      } else {
        wrong(label, "must hold strings only");
      }
    }
  }

  private void wrong(String field, String message) {
    request.errors().add(field, message);
    tokens.skip();
  }
}
