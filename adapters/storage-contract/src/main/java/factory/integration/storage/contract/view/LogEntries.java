package factory.integration.storage.contract.view;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.sourceevent.FindSourceEvents;
import factory.integration.query.eventlog.DuplicateDocument;
import factory.integration.query.eventlog.SourceEventDocument;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries of an events log by number, and searches for them. */
final class LogEntries {

  static final TenantId ACME = new TenantId("acme");

  private static final int TYPES = 3;
  private static final int OWNERS = 4;

  private LogEntries() {}

  static EventId id(int number) {
    return EventId.of(Integer.toString(number));
  }

  static SourceEventDocument entry(int number) {
    return entry(number, ACME.value(), "{\"id\": \"o-" + number + "\",\"total\":1.10}");
  }

  static SourceEventDocument ofTenant(String tenant, int number) {
    return entry(number, tenant, "{}");
  }

  static SourceEventDocument entry(int number, String tenant, String data) {
    return new SourceEventDocument(
        Times.key(number),
        tenant,
        id(number),
        new EventType("type-" + number % TYPES),
        data,
        number % 2 == 0 ? "owner-" + number % OWNERS : null,
        number % 2 == 0 ? "k-" + number : null,
        number % TYPES == 0 ? "lane" : null,
        number % TYPES == 0 ? Map.of() : Map.of("x-a", "ü\"b\""),
        Times.at(number).minusNanos(1_000),
        Times.at(number),
        false);
  }

  static DuplicateDocument duplicateOf(int original, int number) {
    return new DuplicateDocument(
        Times.key(number), ACME.value(), id(original), "k-" + original, Times.at(number));
  }

  static Search find() {
    return new Search(null, null, null, null, null);
  }

  /** Conditions of a search, all absent at first. */
  record Search(
      @Nullable String type,
      @Nullable String owner,
      @Nullable String key,
      @Nullable Instant since,
      @Nullable Instant until) {

    Search eventType(String name) {
      return new Search(name, owner, key, since, until);
    }

    Search ownerId(String id) {
      return new Search(type, id, key, since, until);
    }

    Search idempotencyKey(String wanted) {
      return new Search(type, owner, wanted, since, until);
    }

    Search from(Instant inclusive) {
      return new Search(type, owner, key, inclusive, until);
    }

    Search to(Instant exclusive) {
      return new Search(type, owner, key, since, exclusive);
    }

    FindSourceEvents build() {
      EventType eventType = type == null ? null : new EventType(type);
      return new FindSourceEvents(ACME, eventType, owner, key, null, since, until, 250, null);
    }
  }
}
