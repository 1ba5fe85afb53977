package factory.integration.gateway.subscription;

import factory.integration.api.subscription.EndpointUrl;
import factory.integration.gateway.problem.FieldErrors;
import org.jspecify.annotations.Nullable;

/** Reads addresses of endpoints that the platform would connect to. */
public final class VettedUrls {

  private final EndpointVetting vetting;

  VettedUrls(EndpointVetting vetting) {
    this.vetting = vetting;
  }

  /** The address; null and an error where it is missing, malformed or refused. */
  public @Nullable EndpointUrl read(String field, @Nullable String text, FieldErrors errors) {
    if (text == null) {
      errors.add(field, "is required: an https:// or http:// address");
      return null;
    }
    return errors.attempt(field, () -> vetted(text));
  }

  private EndpointUrl vetted(String text) {
    EndpointUrl url = new EndpointUrl(text);
    vetting
        .refusal(url)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    return url;
  }
}
