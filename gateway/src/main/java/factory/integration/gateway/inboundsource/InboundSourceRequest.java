package factory.integration.gateway.inboundsource;

import factory.integration.api.inbound.InboundResponse;
import factory.integration.api.inbound.InboundSourceSettings;
import factory.integration.api.inbound.InboundSourceView;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is chosen for an inbound source, as it is sent; also what a merge patch changes. */
@Schema(name = "InboundSource")
record InboundSourceRequest(
    @Schema(maxLength = 128) @Nullable String name,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable VerificationForm verification,
    @Schema(
            maxLength = 1024,
            description =
                "The vendor's; one is made when there is none. Not in a patch: rotate it.")
        @Nullable String secret,
    @Nullable MappingForm mapping,
    @Schema(
            defaultValue = "true",
            description = "Accept what comes in as an event that fans out to subscriptions.")
        @Nullable Boolean publish,
    @Schema(maxLength = 128, description = "Fan out to this owner's subscriptions only.")
        @Nullable String ownerId,
    @Schema(description = "What the vendor is answered; its status 200 to 299.")
        @Nullable ResponseForm response,
    @Schema(defaultValue = "true") @Nullable Boolean enabled) {

  /** The answer to a vendor. */
  @Schema(name = "InboundResponse")
  record ResponseForm(
      @Schema(minimum = "200", maximum = "299", defaultValue = "200") @Nullable Integer status,
      @Nullable String contentType,
      @Schema(maxLength = 4096) @Nullable String body) {

    static @Nullable ResponseForm of(@Nullable InboundResponse response) {
      return response == null
          ? null
          : new ResponseForm(response.status(), response.contentType(), response.body());
    }

    InboundResponse toResponse() {
      return new InboundResponse(status == null ? 200 : status, contentType, body);
    }
  }

  static InboundSourceRequest of(InboundSourceView view) {
    InboundSourceSettings settings = view.settings();
    return new InboundSourceRequest(
        settings.name(),
        VerificationForm.of(settings.verification()),
        null,
        MappingForm.of(settings.mapping()),
        settings.publish(),
        settings.ownerId(),
        ResponseForm.of(settings.response()),
        view.enabled());
  }

  boolean isEnabled() {
    return enabled == null || enabled;
  }

  boolean isPublishing() {
    return publish == null || publish;
  }

  /** Never the secret, whatever logs it. */
  @Override
  public String toString() {
    return "InboundSourceRequest[" + name + "]";
  }
}
