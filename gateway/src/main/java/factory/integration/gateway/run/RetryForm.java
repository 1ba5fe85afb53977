package factory.integration.gateway.run;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How another attempt is asked for. */
@Schema(name = "Retry")
public record RetryForm(
    @Schema(description = "Also when it has succeeded.", defaultValue = "false")
        @Nullable Boolean force) {

  /** Whether the form, which may be absent, forces the attempt. */
  public static boolean isForced(@Nullable RetryForm form) {
    return form != null && Boolean.TRUE.equals(form.force());
  }
}
