package factory.integration.gateway.event;

import static tools.jackson.core.JsonToken.END_ARRAY;
import static tools.jackson.core.JsonToken.END_OBJECT;
import static tools.jackson.core.JsonToken.START_ARRAY;
import static tools.jackson.core.JsonToken.START_OBJECT;

import factory.integration.gateway.json.StrictTokens;
import factory.integration.gateway.problem.RequestRefused;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonToken;

/**
 * Reads many events: a JSON array of them, or an object with such an array under {@code items}.
 * Wrong items are kept as such, so that the others can be taken.
 */
final class BatchParser {

  private static final String ITEMS = "items";

  private final int maxItems;
  private final int maxItemLength;

  BatchParser(int maxItems, int maxItemLength) {
    this.maxItems = maxItems;
    this.maxItemLength = maxItemLength;
  }

  List<PublishRequest> parse(byte[] body) {
    try (StrictTokens tokens = StrictTokens.of(body)) {
      JsonToken start = tokens.next();
      List<PublishRequest> requests;
      if (start == START_ARRAY) {
        requests = items(tokens);
      } else if (start == START_OBJECT) {
        requests = wrapped(tokens);
      } else {
        throw RequestRefused.unreadable("the body must be a JSON array of events");
      }
      tokens.end();
      return counted(requests);
    }
  }

  private List<PublishRequest> wrapped(StrictTokens tokens) {
    List<PublishRequest> requests = List.of();
    while (tokens.next() != END_OBJECT) {
      String name = tokens.string();
      if (!name.equals(ITEMS)) {
        throw RequestRefused.invalid(name, "is unknown here; known is items");
      }
      if (tokens.next() != START_ARRAY) {
        throw RequestRefused.invalid(ITEMS, "must be a list of events");
      }
      requests = items(tokens);
    }
    return requests;
  }

  private List<PublishRequest> items(StrictTokens tokens) {
    List<PublishRequest> requests = new ArrayList<>();
    while (tokens.next() != END_ARRAY) {
      long start = tokens.position();
      requests.add(item(tokens));
      if (tokens.position() - start > maxItemLength) {
        requests.set(
            requests.size() - 1, PublishRequest.refused(RequestRefused.tooLarge(maxItemLength)));
      }
    }
    return requests;
  }

  private static PublishRequest item(StrictTokens tokens) {
    if (tokens.is(START_OBJECT)) {
      return PublishRequestParser.parse(tokens);
    }
    tokens.skip();
    return PublishRequest.refused(RequestRefused.unreadable("an event must be a JSON object"));
  }

  private List<PublishRequest> counted(List<PublishRequest> requests) {
    if (requests.isEmpty() || requests.size() > maxItems) {
      throw RequestRefused.invalid(ITEMS, "must hold 1 to " + maxItems + " events");
    }
    return requests;
  }
}
