package factory.integration.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.delivery.FailureCategory;
import factory.integration.saga.delivery.CallResult;
import factory.integration.saga.delivery.WebhookRequest;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.pool.PoolStats;
import org.jspecify.annotations.Nullable;

/** A sender that may reach the loopback, and calls over it. */
final class Calls implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-06-11T09:03:02Z");
  static final Duration AMPLE = Duration.ofSeconds(20);
  static final Duration SHORT = Duration.ofMillis(300);

  private final HostLookup lookup;
  private final ConnectionPool pool;
  final ApacheWebhookSender sender;

  Calls() {
    this(List.of("127.0.0.1", "::1"), InetAddress::getAllByName, null);
  }

  Calls(List<String> allowed, HostLookup.Resolver resolver, @Nullable String trustStore) {
    lookup = new HostLookup(resolver);
    EgressGuard guard = new EgressGuard(new EgressPolicy(new EgressProperties(allowed)), lookup);
    HttpProperties properties =
        new HttpProperties(64, 64, trustStore, trustStore == null ? null : "changeit");
    pool = new ConnectionPool(properties, guard);
    sender = new ApacheWebhookSender(InstantSource.fixed(NOW), pool);
  }

  CallResult call(URI url) {
    return call(url, AMPLE);
  }

  CallResult call(URI url, Duration timeout) {
    byte[] body = "{\"type\":\"orderCreated\"}".getBytes(StandardCharsets.UTF_8);
    return sender.send(new WebhookRequest(url, Map.of("webhook-id", "evt-1"), body, timeout));
  }

  CallResult.Answered answer(URI url) {
    return answered(call(url));
  }

  static CallResult.Answered answered(CallResult result) {
    assertThat(result).isInstanceOf(CallResult.Answered.class);
    return (CallResult.Answered) result;
  }

  /** Asserts the kind of failure and answers its description. */
  static String failed(CallResult result, FailureCategory category) {
    assertThat(result).isInstanceOf(CallResult.Failed.class);
    CallResult.Failed failed = (CallResult.Failed) result;
    assertThat(failed.category()).as(failed.detail()).isEqualTo(category);
    return failed.detail();
  }

  PoolStats stats() {
    return pool.stats();
  }

  @Override
  public void close() {
    sender.close();
    lookup.close();
  }
}
