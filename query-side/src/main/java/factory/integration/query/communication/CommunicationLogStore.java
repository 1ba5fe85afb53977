package factory.integration.query.communication;

import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.messaging.TenantId;
import java.util.Optional;

/** Keeps what was said in each call, under the key of the message that told of it. */
public interface CommunicationLogStore {

  /**
   * Keeps a call; the same again changes nothing.
   *
   * @param key the {@link factory.integration.query.TimelineKey} of the outcome's message
   */
  void add(long key, String tenant, HttpExchange exchange);

  /** Forgets everything. */
  void clear();

  /** The call, or empty when this tenant has none under the key. */
  Optional<HttpExchange> find(TenantId tenant, long key);
}
