package factory.integration.gateway.subscription;

import factory.integration.api.subscription.EndpointUrl;
import java.util.Optional;

/** Says whether the platform may connect to an address. */
public interface EndpointVetting {

  /** Why the platform would not connect there, in one sentence for people; empty when it would. */
  Optional<String> refusal(EndpointUrl url);
}
