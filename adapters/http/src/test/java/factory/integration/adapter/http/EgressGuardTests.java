package factory.integration.adapter.http;

import static factory.integration.api.delivery.FailureCategory.BLOCKED_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.subscription.EndpointUrl;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class EgressGuardTests {

  private static final String PUBLIC = "93.184.216.34";
  private static final String PRIVATE = "10.0.0.7";

  @Nested
  class WhenAUrlIsSet {

    @Test
    void acceptsAPublicEndpoint() {
      assertThat(refusal("https://a.example/hook", PUBLIC, "2606:2800:220:1::1")).isEmpty();
      assertThat(refusal("https://93.184.216.34/hook")).isEmpty();
    }

    @Test
    void refusesAHostThatLeadsToAPrivateAddressWithoutTellingIt() {
      assertThat(refusal("https://a.example/hook", PRIVATE))
          .contains(
              "The host a.example leads to an address that is private; the platform calls public"
                  + " addresses and those in platform.egress.allow.");
    }

    @Test
    void refusesAHostWithOnePrivateAddressAmongPublicOnes() {
      assertThat(refusal("https://a.example/hook", PUBLIC, PRIVATE)).isPresent();
      assertThat(refusal("https://a.example/hook", PRIVATE, PUBLIC)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://2130706433/",
          "http://[::1]/",
          "http://[::ffff:7f00:1]/",
          "http://[::1%25lo]/",
          "http://127.0.0.1/",
          "http://169.254.169.254/latest/meta-data"
        })
    void refusesAPrivateAddressHoweverItIsWritten(String url) {
      assertThat(refusal(url)).isPresent();
    }

    @Test
    void acceptsAHostThatDoesNotResolveYet() {
      assertThat(refusal("https://a.example/hook")).isEmpty();
    }

    @Test
    void refusesAPortThatIsNotForHttpEvenIfTheHostDoesNotResolve() {
      assertThat(refusal("https://a.example:6379/")).isPresent();
      assertThat(refusal("https://a.example:6379/", PUBLIC)).isPresent();
    }

    private Optional<String> refusal(String url, String... addresses) {
      EgressPolicy policy = new EgressPolicy(new EgressProperties(null));
      try (HostLookup lookup = new HostLookup(host -> addresses(addresses))) {
        return new EgressGuard(policy, lookup).refusal(new EndpointUrl(url));
      }
    }
  }

  @Nested
  class WhenAConnectionIsMade {

    @Test
    void doesNotConnectWhereANameLeadsToAPrivateAddressLater() throws Exception {
      Iterator<String> answers = List.of(PUBLIC, "127.0.0.1").iterator();
      EgressPolicy policy = new EgressPolicy(new EgressProperties(null));
      HostLookup.Resolver rebinding = host -> addresses(answers.next());
      try (Sink sink = Sink.answering(Sink.OK);
          HostLookup lookup = new HostLookup(rebinding);
          Calls calls = new Calls(List.of(), rebinding, null)) {
        EndpointUrl url = new EndpointUrl(sink.url("http", "rebind.example").toString());
        assertThat(new EgressGuard(policy, lookup).refusal(url)).isEmpty();

        Calls.failed(calls.call(url.toUri()), BLOCKED_ADDRESS);
        assertThat(sink.connections()).isZero();
      }
    }

    @Test
    void connectsToTheVettedAddressAndAsksForNoOther() throws Exception {
      AtomicInteger lookups = new AtomicInteger();
      HostLookup.Resolver forgetful = host -> addresses("127.0.0." + lookups.incrementAndGet());
      try (Sink sink = Sink.answering(Sink.OK);
          Calls calls = new Calls(List.of("127.0.0.1"), forgetful, null)) {
        calls.answer(sink.url("http", "forgetful.example"));
        calls.answer(sink.url("http", "forgetful.example"));

        assertThat(lookups).hasValue(1);
        assertThat(sink.connections()).isEqualTo(1);
      }
    }

    @Test
    void refusesMixedAnswers() throws Exception {
      HostLookup.Resolver mixed = host -> addresses("127.0.0.1", PRIVATE);
      try (Sink sink = Sink.answering(Sink.OK);
          Calls calls = new Calls(List.of("127.0.0.1"), mixed, null)) {
        Calls.failed(calls.call(sink.url("http", "mixed.example")), BLOCKED_ADDRESS);
        assertThat(sink.connections()).isZero();
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"127.0.0.1", "2130706433", "0x7f.1", "127.1", "[::ffff:127.0.0.1]", "localhost"})
    void refusesLiteralAddressesToo(String host) throws Exception {
      try (Sink sink = Sink.answering(Sink.OK);
          Calls calls = new Calls(List.of(), InetAddress::getAllByName, null)) {
        Calls.failed(calls.call(sink.url("http", host)), BLOCKED_ADDRESS);
        assertThat(sink.connections()).isZero();
      }
    }

    @Test
    void reportsANameThatDoesNotResolve() {
      try (Calls calls = new Calls(List.of(), host -> addresses(), null)) {
        String detail =
            Calls.failed(
                calls.call(new EndpointUrl("http://none.example/").toUri()), FailureCategory.DNS);

        assertThat(detail).isEqualTo("The host none.example does not resolve to an address.");
      }
    }
  }

  private static InetAddress[] addresses(String... literals) throws UnknownHostException {
    if (literals.length == 0) {
      throw new UnknownHostException("none");
    }
    return List.of(literals).stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
  }
}
