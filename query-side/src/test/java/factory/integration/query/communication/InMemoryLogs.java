package factory.integration.query.communication;

import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.messaging.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps calls in a map. */
public final class InMemoryLogs implements CommunicationLogStore {

  private record Key(String tenant, long key) {}

  private final Map<Key, HttpExchange> exchanges = new HashMap<>();

  @Override
  public void add(long key, String tenant, HttpExchange exchange) {
    exchanges.put(new Key(tenant, key), exchange);
  }

  @Override
  public void clear() {
    exchanges.clear();
  }

  @Override
  public Optional<HttpExchange> find(TenantId tenant, long key) {
    return Optional.ofNullable(exchanges.get(new Key(tenant.value(), key)));
  }

  public int size() {
    return exchanges.size();
  }
}
