package factory.integration.gateway.inboundsource;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.inbound.InboundSourceId;
import factory.integration.api.inbound.InboundSourceSettings;
import factory.integration.api.inbound.InboundSourceView;
import factory.integration.gateway.inboundsource.InboundSourceRequest.ResponseForm;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An inbound source as its owner sees it.
 *
 * @param path where the vendor calls, below the platform's address
 * @param secret what the vendor proves itself with; only in the answer to the creation
 */
@Schema(name = "InboundSourceResource")
record InboundSourceResource(
    InboundSourceId sourceId,
    String path,
    @Nullable String name,
    VerificationForm verification,
    MappingForm mapping,
    boolean publish,
    @Nullable String ownerId,
    @Nullable ResponseForm response,
    boolean enabled,
    @Nullable Instant previousSecretValidUntil,
    Instant createdAt,
    Instant updatedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {

  static InboundSourceResource of(InboundSourceView view) {
    return of(view, null);
  }

  static InboundSourceResource of(InboundSourceView view, @Nullable String secret) {
    InboundSourceSettings settings = view.settings();
    return new InboundSourceResource(
        view.sourceId(),
        "/v1/inbound/" + view.sourceId(),
        settings.name(),
        VerificationForm.of(settings.verification()),
        MappingForm.of(settings.mapping()),
        settings.publish(),
        settings.ownerId(),
        ResponseForm.of(settings.response()),
        view.enabled(),
        view.previousSecretValidUntil(),
        view.createdAt(),
        view.updatedAt(),
        secret);
  }

  @Override
  public String toString() {
    return "InboundSourceResource[" + sourceId + "]";
  }
}
