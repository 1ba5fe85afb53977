package factory.integration.app.move;

import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.vault.SecretListing;
import factory.integration.api.vault.SecretRef;
import factory.integration.gateway.security.ApiKey;
import factory.integration.gateway.security.ApiKeyListing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Writes a store that nobody uses meanwhile to a file. */
final class Export {

  private final EventStore events;
  private final EventLines lines;
  private final ApiKeyListing keys;
  private final SecretListing secrets;
  private final PublicationMark publication;
  private final InstantSource clock;

  Export(
      EventStore events,
      EventLines lines,
      ApiKeyListing keys,
      SecretListing secrets,
      PublicationMark publication,
      InstantSource clock) {
    this.events = events;
    this.lines = lines;
    this.keys = keys;
    this.secrets = secrets;
    this.publication = publication;
    this.clock = clock;
  }

  /**
   * @param tenant the only one to write, or null for all
   */
  Line.End write(Path file, @Nullable String tenant) throws IOException, InterruptedException {
    try (LineWriter out = new LineWriter(file)) {
      out.write(new Line.Header(Line.VERSION, clock.instant(), tenant));
      for (ApiKey key : keys.findAll()) {
        if (!key.isFirstAdmin() && isWanted(tenant, key.tenant().value())) {
          out.write(line(key));
        }
      }
      for (SecretListing.Sealed secret : secrets.findAll()) {
        if (!secret.ref().equals(SecretRef.MASTER_KEY_PROOF)
            && isWanted(tenant, secret.tenant().value())) {
          out.write(line(secret));
        }
      }
      writeEvents(out, tenant);
      return out.end();
    }
  }

  private void writeEvents(LineWriter out, @Nullable String tenant)
      throws IOException, InterruptedException {
    TrackingToken published = publication.read();
    boolean marked = false;
    try (StoredEvents stored = new StoredEvents(events)) {
      for (TrackedEventMessage<?> event = stored.next(); event != null; event = stored.next()) {
        if (!marked && (published == null || !published.covers(event.trackingToken()))) {
          out.write(new Line.PublishedUpToHere());
          marked = true;
        }
        if (isWanted(tenant, event.getMetaData().get(ContextKeys.TENANT_ID))) {
          out.write(lines.line(event));
        }
      }
    }
    if (!marked) {
      out.write(new Line.PublishedUpToHere());
    }
  }

  private static boolean isWanted(@Nullable String tenant, @Nullable Object of) {
    return tenant == null || tenant.equals(of);
  }

  private static Line line(ApiKey key) {
    return new Line.Key(
        key.id(),
        key.tenant().value(),
        key.name(),
        key.hash(),
        key.scopes(),
        key.createdAt(),
        key.expiresAt());
  }

  private static Line line(SecretListing.Sealed secret) {
    return new Line.Secret(
        secret.tenant().value(), secret.ref().id(), secret.ref().version(), secret.bytes());
  }
}
