package factory.integration.api.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import factory.integration.api.subscription.TokenEndpoint;
import factory.integration.api.vault.SecretRef;
import org.jspecify.annotations.Nullable;

/** Where a credential's next version comes from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "method")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RotationMethod.Supplied.class, name = "supplied"),
  @JsonSubTypes.Type(value = RotationMethod.Generated.class, name = "generated"),
  @JsonSubTypes.Type(value = RotationMethod.FromTokenEndpoint.class, name = "tokenEndpoint"),
  @JsonSubTypes.Type(value = RotationMethod.ByOperation.class, name = "operation")
})
public sealed interface RotationMethod {

  /** Somebody hands it in with the request to rotate. */
  record Supplied() implements RotationMethod {}

  /** The platform makes 32 random bytes, written in base64url. */
  record Generated() implements RotationMethod {}

  /**
   * A token endpoint gives it: an access token for a client's secret, or, where neither is given, a
   * new refresh token for the present one.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FromTokenEndpoint(@Nullable TokenEndpoint endpoint, @Nullable SecretRef clientSecret)
      implements RotationMethod {}

  /**
   * An operation of the provider gives it.
   *
   * @param connectionId {@code conn-…}: through which the operation runs
   * @param resultPath JSON pointer to the new value in what the operation answers
   */
  record ByOperation(String connectionId, String operation, String resultPath)
      implements RotationMethod {}
}
