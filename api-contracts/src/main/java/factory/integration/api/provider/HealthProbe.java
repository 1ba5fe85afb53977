package factory.integration.api.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The call that tells whether a provider's API answers and takes the credential.
 *
 * @param method {@code GET}, {@code HEAD} or {@code POST}
 * @param path follows the base address; begins with a slash
 * @param successStatuses answers that count as healthy; none given: 200 to 299
 * @param successWhen JSONata on the answer that must give true as well
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HealthProbe(
    String method, String path, List<Integer> successStatuses, @Nullable String successWhen) {

  public HealthProbe {
    successStatuses = successStatuses == null ? List.of() : List.copyOf(successStatuses);
  }

  /** A probe that looks at the status alone. */
  public HealthProbe(String method, String path, List<Integer> successStatuses) {
    this(method, path, successStatuses, null);
  }

  /** Whether that status counts as healthy; {@code successWhen} may still refuse the answer. */
  public boolean accepts(int status) {
    return successStatuses.isEmpty()
        ? status >= 200 && status <= 299
        : successStatuses.contains(status);
  }
}
