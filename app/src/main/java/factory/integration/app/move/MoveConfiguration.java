package factory.integration.app.move;

import factory.integration.api.vault.SecretListing;
import factory.integration.api.vault.SecretStore;
import factory.integration.api.vault.SecretVault;
import factory.integration.gateway.security.ApiKeyListing;
import factory.integration.gateway.security.ApiKeyStore;
import java.nio.file.Path;
import java.time.Clock;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** {@code --platform.export=<file>} and {@code --platform.import=<file>}. */
@Configuration(proxyBeanMethods = false)
class MoveConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(MoveConfiguration.class);

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(Move.EXPORT)
  static class ExportConfiguration {

    @Bean
    LifecycleProcessor lifecycleProcessor() {
      return new NothingStarts();
    }

    @Bean
    ApplicationRunner export(
        EventStore events,
        @Qualifier("eventSerializer") Serializer serializer,
        ApiKeyListing keys,
        SecretListing secrets,
        TokenStore tokens,
        TransactionManager transactions,
        Clock clock,
        @Value("${platform.export}") Path file,
        @Value("${platform.export.tenant:#{null}}") @Nullable String tenant) {
      PublicationMark publication = new PublicationMark(tokens, transactions);
      Export export =
          new Export(events, new EventLines(serializer), keys, secrets, publication, clock);
      return _ -> LOG.info("exported to {}: {}", file, export.write(file, tenant));
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(Move.IMPORT)
  static class ImportConfiguration {

    @Bean
    LifecycleProcessor lifecycleProcessor() {
      return new NothingStarts();
    }

    @Bean
    ApplicationRunner importing(
        EventStore events,
        @Qualifier("eventSerializer") Serializer serializer,
        ApiKeyStore keys,
        SecretStore secrets,
        SecretVault vault,
        TokenStore tokens,
        TransactionManager transactions,
        @Value("${platform.import}") Path file) {
      PublicationMark publication = new PublicationMark(tokens, transactions);
      Import importing =
          new Import(events, new EventLines(serializer), keys, secrets, vault, publication);
      return _ -> LOG.info("imported from {}: {}", file, importing.read(file));
    }
  }
}
