package factory.integration.api.inbound;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Where a value is found in what a vendor sent. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "from")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ValueSource.Fixed.class, name = "fixed"),
  @JsonSubTypes.Type(value = ValueSource.Header.class, name = "header"),
  @JsonSubTypes.Type(value = ValueSource.Pointer.class, name = "pointer"),
  @JsonSubTypes.Type(value = ValueSource.Expression.class, name = "expression"),
  @JsonSubTypes.Type(value = ValueSource.BodyHash.class, name = "bodyHash")
})
public sealed interface ValueSource {

  /** Always the same. */
  record Fixed(String value) implements ValueSource {}

  /** What a header holds. */
  record Header(String name) implements ValueSource {}

  /** What a JSON pointer (RFC 6901) leads to in the body; an empty one to the whole body. */
  record Pointer(String pointer) implements ValueSource {}

  /** What a JSONata expression makes of {@code {"headers": {…}, "body": …}}. */
  record Expression(String expression) implements ValueSource {}

  /** The SHA-256 of the body, in hexadecimal digits: the same body is the same webhook. */
  record BodyHash() implements ValueSource {}
}
