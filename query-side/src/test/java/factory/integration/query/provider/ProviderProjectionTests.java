package factory.integration.query.provider;

import static factory.integration.query.Feed.NOON;
import static factory.integration.query.Feed.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.provider.AuthScheme;
import factory.integration.api.provider.BaseUrl;
import factory.integration.api.provider.FindProviders;
import factory.integration.api.provider.GetProvider;
import factory.integration.api.provider.HealthProbe;
import factory.integration.api.provider.IntegrationProviderRegistered;
import factory.integration.api.provider.ProviderId;
import factory.integration.api.provider.ProviderSettings;
import factory.integration.api.provider.ProviderView;
import factory.integration.query.Feed;
import factory.integration.query.registry.InMemoryRegistry;
import factory.integration.query.registry.Registry;
import factory.integration.query.registry.RegistryKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProviderProjectionTests {

  private static final TenantId ACME = new TenantId(TENANT);
  private static final TenantId OTHER = new TenantId("other");

  private final Registry<ProviderView> providers =
      new Registry<>(new InMemoryRegistry(), RegistryKind.PROVIDER, ProviderView.class);
  private final ProviderQueryHandler queries = new ProviderQueryHandler(providers);
  private final Feed feed = new Feed(new ProviderProjection(providers));

  @Test
  void keepsAProvider() throws Exception {
    IntegrationProviderRegistered event = registered("github");
    feed.publish(event.providerId().value(), event);

    assertThat(queries.handle(new GetProvider(ACME, event.providerId())))
        .contains(new ProviderView(event.providerId(), event.settings(), NOON));
  }

  @Test
  void hidesItFromOtherTenants() throws Exception {
    IntegrationProviderRegistered event = registered("github");
    feed.publish(event.providerId().value(), event);

    assertThat(queries.handle(new GetProvider(OTHER, event.providerId()))).isEmpty();
    List<?> views = queries.handle(new FindProviders(OTHER, 10, null)).items();
    assertThat(views).isEmpty();
  }

  @Test
  void listsTheNewestFirst() throws Exception {
    for (String key : List.of("github", "slack")) {
      feed.publish(registered(key).providerId().value(), registered(key));
    }

    List<?> views = queries.handle(new FindProviders(ACME, 10, null)).items();
    assertThat(views.stream().map(view -> ((ProviderView) view).settings().key()).toList())
        .isEqualTo(List.of("slack", "github"));
  }

  @Test
  void startsAnewWhenItIsRebuilt() throws Exception {
    IntegrationProviderRegistered event = registered("github");
    feed.publish(event.providerId().value(), event).reset();
    assertThat(queries.handle(new GetProvider(ACME, event.providerId()))).isEmpty();

    feed.publish(event.providerId().value(), event);
    assertThat(queries.handle(new GetProvider(ACME, event.providerId()))).isPresent();
  }

  private static IntegrationProviderRegistered registered(String key) {
    return new IntegrationProviderRegistered(
        ProviderId.of(ACME, key),
        new ProviderSettings(
            key,
            "A provider",
            new BaseUrl("https://" + key + ".test"),
            List.of(AuthScheme.BEARER),
            List.of("DoIt"),
            new HealthProbe("GET", "/health", List.of(204)),
            5,
            "https://docs.test"));
  }
}
