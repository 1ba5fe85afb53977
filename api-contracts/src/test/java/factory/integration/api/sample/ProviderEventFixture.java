package factory.integration.api.sample;

import factory.integration.api.apiclient.ApiClientDefinition;
import factory.integration.api.apiclient.ApiClientId;
import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.apiclient.ApiVersion;
import factory.integration.api.apiclient.ExternalApiClientDeprecated;
import factory.integration.api.apiclient.ExternalApiClientRegistered;
import factory.integration.api.apiclient.StatusRange;
import factory.integration.api.provider.AuthScheme;
import factory.integration.api.provider.BaseUrl;
import factory.integration.api.provider.HealthProbe;
import factory.integration.api.provider.IntegrationProviderRegistered;
import factory.integration.api.provider.ProviderId;
import factory.integration.api.provider.ProviderSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Instances of the events of providers and their API clients. */
final class ProviderEventFixture {

  private static final ProviderId PROVIDER = new ProviderId("prov-01jxk3v7a8p6r0v1d3rn4m8k2q");
  private static final ApiClientId CLIENT = new ApiClientId("cli-01jxk3v7a8c7l2n5t9v0s4d6fw");

  private ProviderEventFixture() {}

  static Map<String, Object> all() {
    return Map.of(
        "IntegrationProviderRegistered", provider(),
        "IntegrationProviderRegistered-minimal", minimalProvider(),
        "ExternalApiClientRegistered", client("Pull requests and issues", pullRequest()),
        "ExternalApiClientRegistered-minimal", client(null, minimalOperation()),
        "ExternalApiClientDeprecated", new ExternalApiClientDeprecated(CLIENT, "use 2.0.0"),
        "ExternalApiClientDeprecated-minimal", new ExternalApiClientDeprecated(CLIENT, null));
  }

  private static IntegrationProviderRegistered provider() {
    return new IntegrationProviderRegistered(
        PROVIDER,
        new ProviderSettings(
            "github",
            "GitHub",
            new BaseUrl("https://api.github.com/"),
            List.of(AuthScheme.BEARER, AuthScheme.OAUTH2_CLIENT_CREDENTIALS),
            List.of("OpenPullRequest"),
            new HealthProbe("GET", "/user", List.of(200, 304)),
            10,
            "https://docs.github.com/rest"));
  }

  private static IntegrationProviderRegistered minimalProvider() {
    return new IntegrationProviderRegistered(
        PROVIDER,
        new ProviderSettings(
            "erp",
            "ERP",
            new BaseUrl("http://127.0.0.1:8081/api"),
            List.of(),
            List.of(),
            null,
            null,
            null));
  }

  private static ExternalApiClientRegistered client(String description, ApiOperation operation) {
    return new ExternalApiClientRegistered(
        CLIENT,
        new ApiClientDefinition(
            PROVIDER, "github", new ApiVersion("1.2.0"), description, List.of(operation)));
  }

  private static ApiOperation pullRequest() {
    return new ApiOperation(
        "OpenPullRequest",
        "POST",
        "/repos/{owner}/{repo}/pulls",
        Map.of("draft", "{draft}"),
        Map.of("accept", "application/vnd.github+json"),
        "{\"type\":\"object\"}",
        "{\"title\": title}",
        "{\"number\": number}",
        List.of(StatusRange.of("201"), StatusRange.of("202-204")),
        "$exists(number)",
        "\"PR#\" & number",
        "idempotency-key",
        30,
        Set.of(503, 429));
  }

  private static ApiOperation minimalOperation() {
    return new ApiOperation(
        "GetOrder",
        "GET",
        "/orders/{id}",
        Map.of(),
        Map.of(),
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        15,
        Set.of());
  }
}
