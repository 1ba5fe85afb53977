package factory.integration.adapter.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteError;
import factory.integration.api.messaging.StoreUnavailable;
import java.util.Set;
import java.util.function.Supplier;

/** Tells faults of the store from refused statements. */
public final class MongoErrors {

  private static final int DUPLICATE_KEY = 11000;

  /**
   * Out of disk space, locks or time, a primary that is gone or steps down, a write conflict, a
   * server that shuts down or whose network failed.
   */
  private static final Set<Integer> OUTAGES =
      Set.of(14031, 24, 50, 91, 112, 189, 262, 10107, 11600, 11602, 13435, 13436);

  private MongoErrors() {}

  /** What the action answers; a fault of the store shows as {@link StoreUnavailable}. */
  public static <T> T call(Supplier<T> action) {
    try {
      return action.get();
    } catch (RuntimeException e) {
      throw translate(e);
    }
  }

  /** As callers see it. */
  public static RuntimeException translate(RuntimeException failure) {
    return isOutage(failure)
        ? new StoreUnavailable("MongoDB does not answer: " + failure.getMessage(), failure)
        : failure;
  }

  public static boolean isDuplicateKey(WriteError error) {
    return error.getCode() == DUPLICATE_KEY;
  }

  /** Whether another document has the same value under a unique index. */
  public static boolean isDuplicateKey(Throwable failure) {
    return switch (failure) {
      case MongoWriteException write -> isDuplicateKey(write.getError());
      case MongoBulkWriteException bulk ->
          bulk.getWriteErrors().stream().anyMatch(MongoErrors::isDuplicateKey);
      case MongoException other -> other.getCode() == DUPLICATE_KEY;
      default -> false;
    };
  }

  private static boolean isOutage(RuntimeException failure) {
    return switch (failure) {
      case MongoSocketException _,
          MongoNotPrimaryException _,
          MongoNodeIsRecoveringException _,
          MongoWriteConcernException _,
          MongoClientException _,
          MongoInterruptedException _ ->
          true;
      case MongoBulkWriteException bulk ->
          bulk.getWriteConcernError() != null
              || bulk.getWriteErrors().stream()
                  .anyMatch(error -> OUTAGES.contains(error.getCode()));
      case MongoException other ->
          OUTAGES.contains(other.getCode()) || other.hasErrorLabel("RetryableWriteError");
      case IllegalStateException closed -> "state should be: open".equals(closed.getMessage());
      default -> false;
    };
  }
}
