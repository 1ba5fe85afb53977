package factory.integration.adapter.http;

import factory.integration.saga.delivery.WebhookSender;
import factory.integration.saga.oauth.TokenTransport;
import java.net.InetAddress;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The ports to endpoints: how they are called, and which may be. */
@AutoConfiguration
@EnableConfigurationProperties({EgressProperties.class, HttpProperties.class})
public class HttpAdapterAutoConfiguration {

  @Bean
  HostLookup hostLookup() {
    return new HostLookup(InetAddress::getAllByName);
  }

  @Bean
  EgressGuard egressGuard(EgressProperties properties, HostLookup lookup) {
    return new EgressGuard(new EgressPolicy(properties), lookup);
  }

  @Bean
  WebhookSender webhookSender(InstantSource clock, HttpProperties properties, EgressGuard guard) {
    return new ApacheWebhookSender(clock, new ConnectionPool(properties, guard));
  }

  @Bean
  TokenTransport tokenTransport(WebhookSender sender) {
    return new ApacheTokenTransport(sender);
  }
}
