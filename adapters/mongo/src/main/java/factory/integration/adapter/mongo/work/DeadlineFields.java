package factory.integration.adapter.mongo.work;

import factory.integration.saga.deadline.ScheduledDeadline;
import java.util.Date;
import org.bson.Document;

/** A deadline as a document, and back. */
final class DeadlineFields {

  static final String NAME = "name";
  static final String DUE_AT = "dueAt";
  static final String SCOPE = "scope";

  /** Stands for the scope in the index, since its text may be long. */
  static final String SCOPE_HASH = "scopeHash";

  static final String CLAIM = "claim";
  static final String CLAIMED_UNTIL = "claimedUntil";

  private DeadlineFields() {}

  static Document of(ScheduledDeadline deadline) {
    return new Document("_id", deadline.id())
        .append(NAME, deadline.name())
        .append(DUE_AT, Date.from(deadline.dueAt()))
        .append(SCOPE, deadline.scope())
        .append(SCOPE_HASH, deadline.scope().hashCode())
        .append("scopeType", deadline.scopeType())
        .append("payload", deadline.payload())
        .append("payloadType", deadline.payloadType())
        .append("metadata", deadline.metadata())
        .append(CLAIM, "")
        .append(CLAIMED_UNTIL, new Date(0));
  }

  static ScheduledDeadline read(Document document) {
    return new ScheduledDeadline(
        document.getString("_id"),
        document.getString(NAME),
        document.getDate(DUE_AT).toInstant(),
        document.getString(SCOPE),
        document.getString("scopeType"),
        document.getString("payload"),
        document.getString("payloadType"),
        document.getString("metadata"));
  }
}
