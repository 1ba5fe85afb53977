package factory.integration.adapter.servicebus.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;

/** What the broker is told: little memory, few threads, one door, no management. */
final class BrokerSettings {

  static final String ACCEPTOR = "amqps";

  private static final int MEGABYTE = 1 << 20;
  private static final long MEMORY = 64L * MEGABYTE;
  private static final int JOURNAL_FILE = MEGABYTE;
  private static final int JOURNAL_WRITE_NANOS = 500_000;
  private static final long LEAST_FREE_DISK = 256L * MEGABYTE;
  private static final long LOCK_WAIT_MILLIS = 10_000;
  private static final int NEVER = -1;

  /** Strong ones, the cheapest first. */
  private static final String CIPHERS =
      String.join(
          ",",
          "TLS_AES_128_GCM_SHA256",
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384");

  private BrokerSettings() {}

  static Configuration of(Path directory, long maxBacklog, TransportConfiguration acceptor) {
    Configuration broker =
        new ConfigurationImpl()
            .setName("integration-platform")
            .setJMXManagementEnabled(false)
            .setCriticalAnalyzer(false)
            .setMessageExpiryScanPeriod(NEVER)
            .setThreadPoolMaxSize(4)
            .setScheduledThreadPoolMaxSize(1)
            .setGlobalMaxSize(MEMORY)
            .setMaxDiskUsage(NEVER)
            .setMinDiskFree(LEAST_FREE_DISK)
            .addAcceptorConfiguration(acceptor)
            .putSecurityRoles(BrokerAddresses.OURS, Set.of(user()));
    store(broker, directory);
    BrokerAddresses.add(broker, maxBacklog);
    return broker;
  }

  /** AMQP over TLS, with a name and a password, and nothing else. */
  static TransportConfiguration acceptor(
      Door door, BrokerCertificate certificate, String password) {
    Map<String, Object> params =
        Map.ofEntries(
            Map.entry(TransportConstants.HOST_PROP_NAME, door.host()),
            Map.entry(TransportConstants.PORT_PROP_NAME, door.port()),
            Map.entry(TransportConstants.PROTOCOLS_PROP_NAME, "AMQP"),
            Map.entry(TransportConstants.REMOTING_THREADS_PROPNAME, 1),
            Map.entry(TransportConstants.SSL_ENABLED_PROP_NAME, true),
            Map.entry(TransportConstants.ENABLED_PROTOCOLS_PROP_NAME, "TLSv1.3,TLSv1.2"),
            Map.entry(TransportConstants.ENABLED_CIPHER_SUITES_PROP_NAME, CIPHERS),
            Map.entry(
                TransportConstants.KEYSTORE_PATH_PROP_NAME, certificate.keyStore().toString()),
            Map.entry(TransportConstants.KEYSTORE_PASSWORD_PROP_NAME, password),
            Map.entry(TransportConstants.KEYSTORE_TYPE_PROP_NAME, BrokerCertificate.STORE_TYPE));
    return new TransportConfiguration(
        NettyAcceptorFactory.class.getName(), params, ACCEPTOR, Map.of("saslMechanisms", "PLAIN"));
  }

  /**
   * Written before it is acknowledged, but not forced to the disk: that survives the end of the
   * process, not that of the machine.
   */
  private static void store(Configuration broker, Path directory) {
    broker
        .setJournalType(JournalType.NIO)
        .setJournalDirectory(directory.resolve("journal").toString())
        .setBindingsDirectory(directory.resolve("bindings").toString())
        .setPagingDirectory(directory.resolve("paging").toString())
        .setLargeMessagesDirectory(directory.resolve("large-messages").toString())
        .setJournalFileSize(JOURNAL_FILE)
        .setJournalMinFiles(2)
        .setJournalPoolFiles(10)
        .setJournalDatasync(false)
        .setJournalBufferTimeout_NIO(JOURNAL_WRITE_NANOS)
        .setLargeMessageSync(false)
        .setJournalLockAcquisitionTimeout(LOCK_WAIT_MILLIS);
  }

  /** Sends, consumes, browses, subscribes and unsubscribes; neither manages nor adds topics. */
  private static Role user() {
    return new Role(
        ConnectionStringFile.KEY_NAME,
        true,
        true,
        true,
        true,
        true,
        true,
        false,
        true,
        false,
        false,
        false,
        false);
  }
}
