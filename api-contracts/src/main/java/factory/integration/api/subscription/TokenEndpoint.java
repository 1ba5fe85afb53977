package factory.integration.api.subscription;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an OAuth 2 client gets its tokens (RFC 6749), without its secret.
 *
 * @param scopes asked for; none: what the endpoint gives
 * @param audience sent as {@code audience} where an endpoint wants one
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record TokenEndpoint(
    EndpointUrl url,
    String clientId,
    List<String> scopes,
    @Nullable String audience,
    ClientProof clientProof) {

  public TokenEndpoint {
    scopes = scopes == null ? List.of() : List.copyOf(scopes);
  }

  /** How the client shows its secret. */
  public enum ClientProof {
    /** In {@code Authorization: Basic …}, which every endpoint has to support. */
    BASIC("basic"),
    /** As {@code client_id} and {@code client_secret} of the form. */
    FORM("form");

    private final String label;

    ClientProof(String label) {
      this.label = label;
    }

    /** As it stands in JSON. */
    @JsonValue
    public String label() {
      return label;
    }
  }
}
