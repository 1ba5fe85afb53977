package factory.integration.saga.publication;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message for the bus.
 *
 * @param topic address of the topic
 * @param groupId becomes {@code JMSXGroupID}
 * @param eventType becomes the JMS type
 * @param correlationId becomes the JMS correlation id
 * @param properties application properties
 * @param body the envelope as UTF-8 JSON
 */
public record OutgoingMessage(
    String topic,
    String groupId,
    String eventType,
    @Nullable String correlationId,
    Map<String, String> properties,
    byte[] body) {}
