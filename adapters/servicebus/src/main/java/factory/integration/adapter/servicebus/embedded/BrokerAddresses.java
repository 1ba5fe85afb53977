package factory.integration.adapter.servicebus.embedded;

import factory.integration.api.messaging.InboundQueue;
import factory.integration.api.messaging.Topic;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy;

/** The broker's topics and queues, and no others. */
final class BrokerAddresses {

  static final String OURS = "factory.integration.#";
  static final String DEAD_LETTERS = "factory.integration.dead-letters";

  private static final int MEGABYTE = 1 << 20;
  private static final long MEMORY_PER_TOPIC = 16L * MEGABYTE;
  private static final int PAGE = 2 * MEGABYTE;

  private BrokerAddresses() {}

  static void add(Configuration broker, long maxBacklog) {
    broker
        .addAddressSetting("#", everywhere())
        .addAddressSetting(OURS, ours(maxBacklog))
        .addAddressSetting(InboundQueue.ADDRESS, inbound())
        .addAddressSetting(InboundQueue.DEAD_LETTERS, refused())
        .addAddressConfiguration(queue(DEAD_LETTERS))
        .addAddressConfiguration(queue(InboundQueue.ADDRESS))
        .addAddressConfiguration(queue(InboundQueue.DEAD_LETTERS));
    for (Topic topic : Topic.values()) {
      broker.addAddressConfiguration(
          new CoreAddressConfiguration()
              .setName(topic.address())
              .addRoutingType(RoutingType.MULTICAST));
    }
  }

  private static AddressSettings everywhere() {
    return new AddressSettings()
        .setAutoCreateAddresses(false)
        .setAutoDeleteAddresses(false)
        .setAutoCreateQueues(false);
  }

  /** Beyond their memory messages wait on disk; a message refused ten times is set aside. */
  private static AddressSettings ours(long maxBacklog) {
    return new AddressSettings()
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
        .setMaxSizeBytes(MEMORY_PER_TOPIC)
        .setPageSizeBytes(PAGE)
        .setPageLimitBytes(maxBacklog)
        .setPageFullMessagePolicy(PageFullMessagePolicy.FAIL)
        .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
        .setExpiryAddress(SimpleString.of(DEAD_LETTERS));
  }

  /** What is refused waits beside the queue, as on Service Bus. */
  private static AddressSettings inbound() {
    return new AddressSettings()
        .setDeadLetterAddress(SimpleString.of(InboundQueue.DEAD_LETTERS))
        .setExpiryAddress(SimpleString.of(InboundQueue.DEAD_LETTERS));
  }

  /** What was refused once is refused no further, however often it is looked at. */
  private static AddressSettings refused() {
    return new AddressSettings().setMaxDeliveryAttempts(-1);
  }

  private static CoreAddressConfiguration queue(String name) {
    return new CoreAddressConfiguration()
        .setName(name)
        .addRoutingType(RoutingType.ANYCAST)
        .addQueueConfig(QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST));
  }
}
