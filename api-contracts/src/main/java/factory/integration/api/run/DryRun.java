package factory.integration.api.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The request that a run would send, secrets masked.
 *
 * @param admission {@code granted}, {@code needsApproval}, {@code deferred} or {@code refused}
 * @param problems sentences about what would keep the run from succeeding
 */
public record DryRun(
    String admission,
    List<String> problems,
    @Nullable String method,
    @Nullable String url,
    Map<String, String> headers,
    @Nullable String body) {}
