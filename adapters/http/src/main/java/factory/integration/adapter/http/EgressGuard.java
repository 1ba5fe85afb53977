package factory.integration.adapter.http;

import factory.integration.api.subscription.EndpointUrl;
import factory.integration.gateway.subscription.EndpointVetting;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Vets URLs when they are set and addresses when they are connected to. The addresses answered to
 * the client are the vetted ones and the only ones it connects to, so that it doesn't matter what a
 * name server says a moment later; one refused address refuses its host.
 */
final class EgressGuard implements DnsResolver, EndpointVetting {

  /** How long somebody who sets a URL waits for name servers. */
  private static final Duration VETTING_LIMIT = Duration.ofSeconds(2);

  private final EgressPolicy policy;
  private final HostLookup lookup;

  EgressGuard(EgressPolicy policy, HostLookup lookup) {
    this.policy = policy;
    this.lookup = lookup;
  }

  /**
   * {@inheritDoc}
   *
   * <p>A host that does not resolve now is no reason to refuse: its name may be registered later,
   * name servers may be out of reach, and it is vetted again before each connection.
   */
  @Override
  public Optional<String> refusal(EndpointUrl url) {
    try {
      Target target = Target.of(url.toUri());
      try {
        vetted(target.host(), target.port(), VETTING_LIMIT);
      } catch (EgressRefusedException e) {
        throw e;
      } catch (UnknownHostException e) {
        refuseIf(policy.portRefusal(target.port()), target.host());
      }
      return Optional.empty();
    } catch (EgressRefusedException e) {
      return Optional.of(e.getMessage());
    }
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    InetAddress[] addresses = vetted(UrlHost.parse(host), port, CallDeadline.current().remaining());
    return Arrays.stream(addresses).map(address -> new InetSocketAddress(address, port)).toList();
  }

  @Override
  public InetAddress[] resolve(String host) {
    throw new UnsupportedOperationException("an address is vetted together with its port");
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  private InetAddress[] vetted(UrlHost host, int port, Duration limit) throws UnknownHostException {
    InetAddress literal = host.literal();
    InetAddress[] addresses =
        literal == null ? lookup.addressesOf(host.name(), limit) : new InetAddress[] {literal};
    for (InetAddress address : addresses) {
      refuseIf(policy.refusal(address, port), host);
    }
    return addresses;
  }

  private static void refuseIf(@Nullable String refusal, UrlHost host)
      throws EgressRefusedException {
    if (refusal != null) {
      throw new EgressRefusedException(
          "The host %s %s; the platform calls public addresses and those in platform.egress.allow."
              .formatted(host.name(), refusal));
    }
  }
}
