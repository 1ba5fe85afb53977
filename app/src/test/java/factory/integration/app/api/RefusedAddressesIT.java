package factory.integration.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.app.api.ApiClient.Reply;
import factory.integration.app.api.Tenant.Subscription;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PlatformTest
class RefusedAddressesIT {

  private final Sink sink;
  private final Tenant tenant;

  RefusedAddressesIT(Sink sink, Platform platform) {
    this.sink = sink;
    this.tenant = platform.tenant();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.0.0.1/",
        "http://172.16.3.4/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://224.0.0.1/",
        "http://0.0.0.0/",
        "http://127.0.0.2/",
        "http://167772161/",
        "http://012.0.0.1/",
        "http://0xa000001/",
        "http://[::ffff:10.0.0.1]/",
        "http://[::10.0.0.1]/",
        "http://[64:ff9b::10.0.0.1]/",
        "http://[2002:a00:1::]/",
        "http://[fe80::1%25lo]/",
        "http://[fd00::1]/",
        "http://10.0.0.1./",
        "http://user:password@127.0.0.1/",
        "http://93.184.215.14:25/",
        "http://93.184.215.14:6379/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/"
      })
  void refusesToSubscribe(String url) {
    Map<String, ?> request = Map.of("url", url, "eventTypes", List.of("*"));
    assertRefused(tenant.api().post(Tenant.SUBSCRIPTIONS, request));
    assertThat(Tenant.items(tenant.api().get(Tenant.SUBSCRIPTIONS))).isEmpty();
  }

  @Test
  void refusesToMoveASubscription() {
    Endpoint endpoint = sink.endpoint();
    Subscription subscription = tenant.subscribe(endpoint);
    assertRefused(
        tenant.api().send("PATCH", subscription.path(), Map.of("url", "http://10.0.0.1/")));
    assertThat(tenant.api().get(subscription.path()).at("url").asString())
        .isEqualTo(endpoint.url());
  }

  @Test
  void refusesAnEventThatBringsSuchAnAddress() {
    Map<String, Object> event = Tenant.order("o-1");
    event.put("url", "http://169.254.169.254/");
    event.put("secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    assertRefused(tenant.api().post("/v1/events", event));
  }

  private static void assertRefused(Reply reply) {
    reply.expecting(422);
    assertThat(reply.at("errors").path(0).path("field").asString()).isEqualTo("url");
    assertThat(reply.at("errors").path(0).path("message").asString()).isNotBlank();
  }
}
