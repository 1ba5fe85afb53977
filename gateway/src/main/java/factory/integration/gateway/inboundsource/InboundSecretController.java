package factory.integration.gateway.inboundsource;

import factory.integration.api.inbound.InboundSourceView;
import factory.integration.api.inbound.InboundVerification;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Replaces the secret that a vendor proves itself with. */
@Tag(name = "Inbound webhooks")
@RestController
final class InboundSecretController {

  private static final long DEFAULT_OVERLAP = 86_400;
  private static final long MAX_OVERLAP = 604_800;

  /**
   * @param secret the vendor's new one; one is made when there is none
   * @param overlapSeconds how long the previous secret is good too
   */
  @Schema(name = "InboundSecretRotation")
  record Rotation(
      @Schema(maxLength = 1024) @Nullable String secret,
      @Schema(minimum = "0", maximum = "604800", defaultValue = "86400")
          @Nullable Long overlapSeconds) {

    long overlap() {
      return overlapSeconds == null ? DEFAULT_OVERLAP : overlapSeconds;
    }

    void check(InboundVerification verification) {
      FieldErrors errors = new FieldErrors();
      SourceRules.checkSecret(secret, verification, errors);
      if (overlap() < 0 || overlap() > MAX_OVERLAP) {
        errors.add("overlapSeconds", "must be 0 to " + MAX_OVERLAP);
      }
      errors.refuseIfAny();
    }

    @Override
    public String toString() {
      return "Rotation[" + overlapSeconds + "]";
    }
  }

  /** The secret that is good from now on, shown this once. */
  @Schema(name = "InboundSecret")
  record Rotated(String secret, Instant previousSecretValidUntil) {

    @Override
    public String toString() {
      return "Rotated[***]";
    }
  }

  private final InboundSourceReads reads;
  private final InboundSources sources;
  private final SourceSecrets secrets;
  private final InstantSource clock;

  InboundSecretController(
      InboundSourceReads reads,
      InboundSources sources,
      SourceSecrets secrets,
      InstantSource clock) {
    this.reads = reads;
    this.sources = sources;
    this.secrets = secrets;
    this.clock = clock;
  }

  @PostMapping("/v1/inbound/sources/{sourceId}/secret/rotate")
  @Operation(operationId = "rotateInboundSecret", summary = "Replace the secret of a source")
  Rotated rotate(
      @PathVariable String sourceId,
      @RequestBody(required = false) @Nullable Rotation rotation,
      RequestContext context) {
    Rotation asked = rotation == null ? new Rotation(null, null) : rotation;
    InboundSourceView view = reads.get(context.tenant(), sourceId);
    InboundVerification verification = view.settings().verification();
    asked.check(verification);
    Instant until = clock.instant().plusSeconds(asked.overlap());
    SourceSecrets.Kept secret = secrets.keep(context.tenant(), asked.secret(), verification);
    sources.rotate(view, secret.ref(), until, context);
    return new Rotated(secret.text(), until);
  }
}
