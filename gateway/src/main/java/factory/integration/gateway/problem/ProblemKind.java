package factory.integration.gateway.problem;

/** The kinds of problem that a caller can tell apart. */
public enum ProblemKind {
  UNREADABLE(400, "unreadable", "The request can't be read"),
  UNAUTHENTICATED(401, "unauthenticated", "No valid key"),
  FORBIDDEN(403, "forbidden", "Not allowed"),
  NOT_FOUND(404, "not-found", "Not found"),
  METHOD_NOT_ALLOWED(405, "method-not-allowed", "Method not allowed"),
  NOT_ACCEPTABLE(406, "not-acceptable", "Not acceptable"),
  CONFLICT(409, "conflict", "Conflict"),
  TOO_LARGE(413, "too-large", "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "Unsupported media type"),
  INVALID(422, "invalid", "The request is not valid"),
  FAULT(500, "fault", "Internal fault"),
  UNAVAILABLE(503, "unavailable", "Unavailable at the moment");

  private final int status;
  private final String type;
  private final String title;

  ProblemKind(int status, String name, String title) {
    this.status = status;
    this.type = "urn:integration-platform:problem:" + name;
    this.title = title;
  }

  int status() {
    return status;
  }

  String type() {
    return type;
  }

  String title() {
    return title;
  }

  /** The kind of that status; what else goes wrong is unreadable or a fault. */
  public static ProblemKind of(int status) {
    for (ProblemKind kind : values()) {
      if (kind.status == status) {
        return kind;
      }
    }
    return status < 500 ? UNREADABLE : FAULT;
  }
}
