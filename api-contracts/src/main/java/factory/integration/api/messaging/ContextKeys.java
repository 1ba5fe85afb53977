package factory.integration.api.messaging;

/** Names of the metadata entries that carry a message's context; all values are strings. */
public final class ContextKeys {

  public static final String TENANT_ID = "tenantId";
  public static final String PROJECT_ID = "projectId";
  public static final String MODULE_ID = "moduleId";

  /** {@code trace-} and 32 hexadecimal digits: the W3C trace id. */
  public static final String TRACE_ID = "traceId";

  public static final String CORRELATION_ID = "correlationId";

  /** Identifier of the message that led to this one. */
  public static final String CAUSATION_ID = "causationId";

  /** Who asked: {@code key-…} of an API key, or {@code platform}. */
  public static final String ACTOR = "actor";

  private ContextKeys() {}
}
