package factory.integration.app.move;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretStore;
import factory.integration.api.vault.SecretVault;
import factory.integration.gateway.security.ApiKey;
import factory.integration.gateway.security.ApiKeyStore;
import java.io.IOException;
import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Reads an export into an empty store. */
final class Import {

  private final EventStore events;
  private final EventLines lines;
  private final ApiKeyStore keys;
  private final SecretStore secrets;
  private final SecretVault vault;
  private final PublicationMark publication;

  Import(
      EventStore events,
      EventLines lines,
      ApiKeyStore keys,
      SecretStore secrets,
      SecretVault vault,
      PublicationMark publication) {
    this.events = events;
    this.lines = lines;
    this.keys = keys;
    this.secrets = secrets;
    this.vault = vault;
    this.publication = publication;
  }

  /**
   * @throws IllegalStateException when the store has events, or the file is no whole export
   */
  Line.End read(Path file) throws IOException {
    if (!StoredEvents.areNone(events)) {
      throw new IllegalStateException(
          "the store has events already; import into an empty data directory or database");
    }
    checkWhole(file);
    EventBatch batch = new EventBatch(events);
    Line.End end = new Line.End(0, 0, 0);
    try (LineReader in = new LineReader(file)) {
      for (Line line = in.next(); line != null; line = in.next()) {
        take(line, batch);
        end = line instanceof Line.End last ? last : end;
      }
    }
    batch.append();
    return end;
  }

  private void take(Line line, EventBatch batch) {
    switch (line) {
      case Line.Key key -> keys.save(key(key));
      case Line.Secret secret -> take(secret);
      case Line.Event event -> batch.add(lines.event(event));
      case Line.PublishedUpToHere _ -> {
        batch.append();
        publication.set(events.createHeadToken());
      }
      case Line.Header _, Line.End _ -> {}
    }
  }

  /** Secrets come before events, so a wrong master key is noticed while the store is empty. */
  private void take(Line.Secret secret) {
    TenantId tenant = new TenantId(secret.tenant());
    SecretRef ref = new SecretRef(secret.id(), secret.version());
    secrets.put(tenant, ref, secret.sealed());
    try {
      vault.find(tenant, ref);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          "the secrets were sealed with another master key: give this store the one of the exported"
              + " (platform.vault.master-key, or the file master-key), and import into an empty"
              + " one",
          e);
    }
  }

  private static ApiKey key(Line.Key key) {
    return new ApiKey(
        key.id(),
        new TenantId(key.tenant()),
        key.name(),
        key.hash(),
        key.scopes(),
        key.createdAt(),
        key.expiresAt());
  }

  /** Before anything is stored: half of an export is worse than none. */
  private static void checkWhole(Path file) throws IOException {
    @Nullable Line last = null;
    try (LineReader in = new LineReader(file)) {
      Line first = in.next();
      if (!(first instanceof Line.Header header) || header.version() != Line.VERSION) {
        throw new IllegalStateException(file + " is no export that this version reads");
      }
      for (Line line = in.next(); line != null; line = in.next()) {
        last = line;
      }
    }
    if (!(last instanceof Line.End)) {
      throw new IllegalStateException(file + " is cut off; export again");
    }
  }
}
