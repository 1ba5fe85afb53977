package factory.integration.gateway.request;

import factory.integration.gateway.problem.FieldErrors;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for. */
public final class Paging {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 250;
  private static final int MAX_CURSOR = 512;

  private Paging() {}

  /** The limit, 50 when none is given. */
  public static int limit(@Nullable Integer limit, FieldErrors errors) {
    if (limit == null) {
      return DEFAULT_LIMIT;
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      errors.add("limit", "must be 1 to " + MAX_LIMIT);
    }
    return limit;
  }

  /** The cursor as it was handed out; whether it leads anywhere is found out by the query. */
  public static @Nullable String cursor(@Nullable String cursor, FieldErrors errors) {
    TextRules.check("cursor", cursor, MAX_CURSOR, errors);
    return cursor;
  }
}
