package factory.integration.adapter.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import factory.integration.api.messaging.StoreUnavailable;
import java.util.Set;

/** Tells faults of the store from refused statements. */
public final class MongoErrors {

  private static final int OUT_OF_DISK_SPACE = 14031;
  private static final Set<Class<? extends MongoException>> OUTAGES =
      Set.of(
          MongoTimeoutException.class,
          MongoSocketException.class,
          MongoSecurityException.class,
          MongoNotPrimaryException.class,
          MongoNodeIsRecoveringException.class,
          MongoServerUnavailableException.class,
          MongoExecutionTimeoutException.class,
          MongoWriteConcernException.class);

  private MongoErrors() {}

  /** Whether another document has the same value under a unique index. */
  public static boolean isDuplicateKey(int code) {
    return ErrorCategory.fromErrorCode(code) == ErrorCategory.DUPLICATE_KEY;
  }

  /** As callers see it. */
  public static RuntimeException translate(MongoException failure) {
    return isOutage(failure)
        ? new StoreUnavailable(
            "MongoDB cannot be read or written (%s); check that it runs, has a primary and disk space"
                .formatted(failure.getClass().getSimpleName()),
            failure)
        : failure;
  }

  private static boolean isOutage(MongoException failure) {
    return OUTAGES.stream().anyMatch(outage -> outage.isInstance(failure))
        || failure.getCode() == OUT_OF_DISK_SPACE
        || failure.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
        || failure.hasErrorLabel("RetryableWriteError")
        || failure instanceof MongoBulkWriteException bulk && bulk.getWriteConcernError() != null;
  }
}
