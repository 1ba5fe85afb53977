package factory.integration.saga.run;

import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.mapping.MappingFailed;
import factory.integration.api.run.Admission;
import factory.integration.api.run.DryRun;
import factory.integration.saga.credential.CredentialUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows the request that a run would send; nothing is sent, except for a token it may need. */
final class DryRuns {

  private static final String KEY = "run-…";

  private final ProviderRequests requests;

  DryRuns(ProviderRequests requests) {
    this.requests = requests;
  }

  DryRun make(RunTarget target, ApiOperation operation, String input, Admission admission) {
    List<String> problems = new ArrayList<>();
    if (admission instanceof Admission.Refused(String reason)) {
      problems.add(reason);
    }
    ProviderRequest call = compose(target, operation, input, problems);
    return call == null
        ? new DryRun(label(admission), problems, null, null, Map.of(), null)
        : new DryRun(
            label(admission),
            problems,
            call.request().method(),
            call.shownUrl(),
            call.shownHeaders(),
            shown(call));
  }

  private @Nullable ProviderRequest compose(
      RunTarget target, ApiOperation operation, String input, List<String> problems) {
    try {
      return requests.compose(target, operation, input, KEY, null);
    } catch (MappingFailed e) {
      problems.add(String.valueOf(e.getMessage()));
    } catch (CredentialUnavailable e) {
      problems.add(e.sentence());
    }
    return null;
  }

  private static @Nullable String shown(ProviderRequest call) {
    String body = call.body();
    return body == null ? null : call.masked(body);
  }

  private static String label(Admission admission) {
    return switch (admission) {
      case Admission.Granted _ -> "granted";
      case Admission.NeedsApproval _ -> "needsApproval";
      case Admission.Deferred _ -> "deferred";
      case Admission.Refused _ -> "refused";
    };
  }
}
