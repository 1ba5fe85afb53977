package factory.integration.gateway.request;

import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.messaging.TraceParent;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * In which context a request stands; becomes the metadata of the messages that it causes.
 *
 * @param traceId {@code trace-} and 32 hexadecimal digits
 * @param correlationId the caller's own, else {@code corr-} and a unique part
 * @param actor {@code key-…} of the API key that was used, or {@code bus}
 * @param cause identifier of the message that the request came in, where it was a message
 * @param traceparent the caller's place in a trace, as it came
 */
public record RequestContext(
    TenantId tenant,
    @Nullable String projectId,
    @Nullable String moduleId,
    String traceId,
    String correlationId,
    String actor,
    @Nullable String cause,
    @Nullable String traceparent) {

  /** Request attribute under which the context of an authenticated request stands. */
  public static final String ATTRIBUTE = RequestContext.class.getName();

  /** The same context within a project and a module. */
  public RequestContext within(@Nullable String projectId, @Nullable String moduleId) {
    return projectId == null && moduleId == null
        ? this
        : new RequestContext(
            tenant, projectId, moduleId, traceId, correlationId, actor, cause, traceparent);
  }

  MetaData metaData() {
    Map<String, String> entries = new HashMap<>();
    entries.put(ContextKeys.TENANT_ID, tenant.value());
    entries.put(ContextKeys.TRACE_ID, traceId);
    entries.put(ContextKeys.CORRELATION_ID, correlationId);
    entries.put(ContextKeys.ACTOR, actor);
    if (projectId != null) {
      entries.put(ContextKeys.PROJECT_ID, projectId);
    }
    if (moduleId != null) {
      entries.put(ContextKeys.MODULE_ID, moduleId);
    }
    if (traceparent != null) {
      entries.put(TraceParent.NAME, traceparent);
    }
    return MetaData.from(entries);
  }
}
