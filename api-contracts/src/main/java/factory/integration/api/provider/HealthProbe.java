package factory.integration.api.provider;

import java.util.List;

/**
 * The call that tells whether a provider's API answers and takes the credential.
 *
 * @param method {@code GET}, {@code HEAD} or {@code POST}
 * @param path follows the base address; begins with a slash
 * @param successStatuses answers that count as healthy; none given: 200 to 299
 */
public record HealthProbe(String method, String path, List<Integer> successStatuses) {

  public HealthProbe {
    successStatuses = successStatuses == null ? List.of() : List.copyOf(successStatuses);
  }

  /** Whether that answer counts as healthy. */
  public boolean accepts(int status) {
    return successStatuses.isEmpty()
        ? status >= 200 && status <= 299
        : successStatuses.contains(status);
  }
}
