package factory.integration.api.messaging;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The tenant that owns a message: 1 to 64 letters, digits, {@code _} or {@code -}. */
public record TenantId(@JsonValue String value) {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public static final TenantId DEFAULT = new TenantId("default");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TenantId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a tenant is 1 to 64 letters, digits, '_' or '-', not: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
