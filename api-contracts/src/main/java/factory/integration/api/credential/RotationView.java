package factory.integration.api.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest rotation of a credential.
 *
 * @param version the one that it makes
 * @param attempt counts from 1
 * @param detail why the latest attempt failed
 * @param nextAttemptAt while another attempt waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RotationView(
    int version,
    int attempt,
    Status status,
    RotationTrigger trigger,
    @Nullable String detail,
    @Nullable Instant nextAttemptAt) {

  /** How far a rotation is. */
  public enum Status {
    CHECKING("checking"),
    WAITING("waiting"),
    DONE("done"),
    FAILED("failed");

    private final String label;

    Status(String label) {
      this.label = label;
    }

    /** As it stands in JSON. */
    @JsonValue
    public String label() {
      return label;
    }
  }
}
