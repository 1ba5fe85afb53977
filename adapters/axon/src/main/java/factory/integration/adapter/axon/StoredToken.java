package factory.integration.adapter.axon;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** A token in its stored form; both parts are absent for the beginning of the stream. */
public record StoredToken(byte @Nullable [] data, @Nullable String type) {

  /**
   * Tokens of a replay name the class of the token that they wrap, which Jackson refuses to follow
   * unless it is told which classes are meant.
   */
  private static final Serializer TOKENS =
      Jackson3Serializer.builder()
          .jsonMapperBuilderCustomizer(
              mapper ->
                  mapper.polymorphicTypeValidator(
                      BasicPolymorphicTypeValidator.builder()
                          .allowIfSubType(TrackingToken.class)
                          .allowIfSubType("factory.integration.")
                          .allowIfSubType(String.class)
                          .build()))
          .build();

  public static StoredToken of(@Nullable TrackingToken token) {
    if (token == null) {
      return new StoredToken(null, null);
    }
    SerializedObject<byte[]> serialized = TOKENS.serialize(token, byte[].class);
    return new StoredToken(serialized.getData(), serialized.getType().getName());
  }

  public @Nullable TrackingToken read() {
    return data == null
        ? null
        : TOKENS.deserialize(new SimpleSerializedObject<>(data, byte[].class, type, null));
  }
}
