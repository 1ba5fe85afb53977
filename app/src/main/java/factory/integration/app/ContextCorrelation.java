package factory.integration.app;

import factory.integration.api.messaging.ContextKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** Hands a message's context on to the messages that follow from it. */
final class ContextCorrelation implements CorrelationDataProvider {

  private static final List<String> HANDED_ON =
      List.of(
          ContextKeys.TENANT_ID,
          ContextKeys.PROJECT_ID,
          ContextKeys.MODULE_ID,
          ContextKeys.TRACE_ID,
          ContextKeys.CORRELATION_ID,
          ContextKeys.ACTOR);

  @Override
  public Map<String, ?> correlationDataFor(Message<?> message) {
    MetaData context = message.getMetaData();
    Map<String, Object> correlation = new HashMap<>();
    for (String key : HANDED_ON) {
      Object value = context.get(key);
      if (value != null) {
        correlation.put(key, value);
      }
    }
    correlation.put(ContextKeys.CAUSATION_ID, message.getIdentifier());
    return correlation;
  }
}
