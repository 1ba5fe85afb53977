package factory.integration.gateway.run;

import factory.integration.api.run.RunRequest;
import factory.integration.gateway.request.RequestContext;
import org.jspecify.annotations.Nullable;

/** A run that somebody asks for, in which project and module. */
record WantedRun(RunRequest request, @Nullable String projectId, @Nullable String moduleId) {

  RequestContext within(RequestContext context) {
    return context.within(projectId, moduleId);
  }
}
