package factory.integration.gateway.json;

import factory.integration.gateway.problem.RequestRefused;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * The tokens of one JSON text, read strictly: UTF-8 without errors, at most {@value #MAX_DEPTH}
 * levels, no name twice in an object, only whole characters, only finite numbers, nothing after the
 * end. What breaks a rule is refused as unreadable. The work grows with the length of the text
 * only.
 */
public final class StrictTokens implements AutoCloseable {

  static final int MAX_DEPTH = 100;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final String text;
  private final JsonParser parser;
  private final boolean mayEscapeSurrogates;

  private StrictTokens(String text) {
    this.text = text;
    this.parser = JSON.createParser(ObjectReadContext.empty(), text);
    this.mayEscapeSurrogates = text.contains("\\ud") || text.contains("\\uD");
  }

  /** The tokens of the body. */
  public static StrictTokens of(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0 && !Utf8.isValid(body)) {
      throw RequestRefused.unreadable("the body is not valid UTF-8");
    }
    if (text.isBlank()) {
      throw RequestRefused.unreadable("the body is empty");
    }
    return new StrictTokens(text);
  }

  /** Reads the whole body for its faults alone. */
  static void check(byte[] body) {
    try (StrictTokens tokens = of(body)) {
      tokens.next();
      tokens.skip();
      tokens.end();
    }
  }

  /** The next token; null at the end. */
  public @Nullable JsonToken next() {
    try {
      JsonToken token = parser.nextToken();
      if (token != null) {
        check(token);
      }
      return token;
    } catch (StreamConstraintsException e) {
      throw RequestRefused.unreadable(
          "the body has more than " + MAX_DEPTH + " levels, or a number or name that is too long");
    } catch (JacksonException e) {
      throw notJson(e);
    }
  }

  /** Makes sure that nothing follows. */
  public void end() {
    if (next() != null) {
      throw RequestRefused.unreadable("the body must be one JSON value, but another one follows");
    }
  }

  private void check(JsonToken token) {
    switch (token) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> TokenRules.checkFinite(parser);
      case PROPERTY_NAME, VALUE_STRING -> {
        if (mayEscapeSurrogates) {
          TokenRules.checkWholeCharacters(parser.getString());
        }
      }
      default -> {}
    }
  }

  /** Whether the present token is of that kind. */
  public boolean is(JsonToken token) {
    return parser.currentToken() == token;
  }

  /** How many characters of the text have been read. */
  public long position() {
    return parser.currentLocation().getCharOffset();
  }

  /** The text of the present name or string. */
  public String string() {
    try {
      return parser.getString();
    } catch (JacksonException e) {
      throw notJson(e);
    }
  }

  /** Skips the present value to its end and answers how it is spelled, character by character. */
  public String spelling() {
    long start = parser.currentTokenLocation().getCharOffset();
    skip();
    if (is(JsonToken.VALUE_STRING)) {
      // The parser reads a string to its end when it is asked for it.
      string();
    }
    return text.substring((int) start, (int) position());
  }

  /** Skips the present value to its end. */
  public void skip() {
    int depth = 0;
    for (JsonToken token = parser.currentToken(); token != null; token = next()) {
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 0) {
        return;
      }
    }
  }

  @Override
  public void close() {
    parser.close();
  }

  private static RequestRefused notJson(JacksonException e) {
    String where = "";
    if (e.getLocation() != null) {
      where =
          " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
    }
    return RequestRefused.unreadable(
        "the body is not valid JSON" + where + ": " + e.getOriginalMessage());
  }
}
