package factory.integration.query.apiclient;

import static factory.integration.query.Feed.NOON;
import static factory.integration.query.Feed.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.apiclient.ApiClientDefinition;
import factory.integration.api.apiclient.ApiClientId;
import factory.integration.api.apiclient.ApiClientView;
import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.apiclient.ApiVersion;
import factory.integration.api.apiclient.ExternalApiClientDeprecated;
import factory.integration.api.apiclient.ExternalApiClientRegistered;
import factory.integration.api.apiclient.FindApiClients;
import factory.integration.api.apiclient.GetApiClient;
import factory.integration.api.apiclient.StatusRange;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.provider.ProviderId;
import factory.integration.query.Feed;
import factory.integration.query.registry.InMemoryRegistry;
import factory.integration.query.registry.Registry;
import factory.integration.query.registry.RegistryKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiClientProjectionTests {

  private static final TenantId ACME = new TenantId(TENANT);
  private static final ProviderId GITHUB = ProviderId.of(ACME, "github");
  private static final ProviderId SLACK = ProviderId.of(ACME, "slack");

  private final Registry<ApiClientView> clients =
      new Registry<>(new InMemoryRegistry(), RegistryKind.API_CLIENT, ApiClientView.class);
  private final ApiClientQueryHandler queries = new ApiClientQueryHandler(clients);
  private final Feed feed = new Feed(new ApiClientProjection(clients));

  @Test
  void keepsAVersion() throws Exception {
    ExternalApiClientRegistered event = registered(GITHUB, "1.0.0");
    feed.publish("cli-1", event);

    assertThat(get(event))
        .isEqualTo(new ApiClientView(event.apiClientId(), event.definition(), null, null, NOON));
  }

  @Test
  void saysSinceWhenAndWhyItIsDeprecated() throws Exception {
    ExternalApiClientRegistered event = registered(GITHUB, "1.0.0");
    feed.publish("cli-1", event, new ExternalApiClientDeprecated(event.apiClientId(), "old"));

    assertThat(get(event))
        .matches(ApiClientView::deprecated)
        .extracting(ApiClientView::deprecatedAt, ApiClientView::deprecationReason)
        .containsExactly(NOON.plusSeconds(1), "old");
  }

  @Test
  void listsByProvider() throws Exception {
    feed.publish("cli-1", registered(GITHUB, "1.0.0"));
    feed.publish("cli-2", registered(SLACK, "1.0.0"));
    feed.publish("cli-3", registered(GITHUB, "1.1.0"));

    assertThat(versions(GITHUB)).isEqualTo(List.of("1.1.0", "1.0.0"));
    assertThat(versions(null)).hasSize(3);
  }

  @Test
  void startsAnewWhenItIsRebuilt() throws Exception {
    ExternalApiClientRegistered event = registered(GITHUB, "1.0.0");
    feed.publish("cli-1", event).reset();
    assertThat(versions(null)).isEmpty();

    feed.publish("cli-1", event);
    assertThat(versions(null)).hasSize(1);
  }

  private ApiClientView get(ExternalApiClientRegistered event) {
    return queries.handle(new GetApiClient(ACME, event.apiClientId())).orElseThrow();
  }

  private List<String> versions(ProviderId provider) {
    List<?> views = queries.handle(new FindApiClients(ACME, provider, 10, null)).items();
    return views.stream()
        .map(view -> ((ApiClientView) view).definition().version().value())
        .toList();
  }

  private static ExternalApiClientRegistered registered(ProviderId provider, String version) {
    ApiVersion semantic = new ApiVersion(version);
    ApiOperation operation =
        new ApiOperation(
            "OpenPullRequest",
            "POST",
            "/repos/{owner}/{repo}/pulls",
            Map.of("a", "{b}"),
            Map.of(),
            "{}",
            "{\"title\": title}",
            null,
            List.of(StatusRange.of("201")),
            null,
            "\"PR#\" & number",
            null,
            30,
            Set.of(503));
    return new ExternalApiClientRegistered(
        ApiClientId.of(provider, "client", semantic),
        new ApiClientDefinition(provider, "client", semantic, null, List.of(operation)));
  }
}
