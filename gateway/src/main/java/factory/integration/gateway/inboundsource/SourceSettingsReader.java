package factory.integration.gateway.inboundsource;

import factory.integration.api.inbound.InboundMapping;
import factory.integration.api.inbound.InboundResponse;
import factory.integration.api.inbound.InboundSourceSettings;
import factory.integration.api.inbound.InboundVerification;
import factory.integration.gateway.inboundsource.InboundSourceRequest.ResponseForm;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.TextRules;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes settings out of what was sent, or refuses with all that is wrong. */
final class SourceSettingsReader {

  private final MappingReader mappings;

  SourceSettingsReader(MappingReader mappings) {
    this.mappings = mappings;
  }

  InboundSourceSettings read(InboundSourceRequest request) {
    FieldErrors errors = new FieldErrors();
    InboundVerification verification = VerificationReader.read(request.verification(), errors);
    InboundMapping mapping =
        verification == null ? null : mappings.read(request.mapping(), verification, errors);
    InboundResponse response = response(request.response(), errors);
    TextRules.check("name", request.name(), TextRules.MAX_NAME, errors);
    TextRules.check("ownerId", request.ownerId(), TextRules.MAX_NAME, errors);
    SourceRules.checkSecret(request.secret(), verification, errors);
    errors.refuseIfAny();
    return new InboundSourceSettings(
        request.name(),
        Objects.requireNonNull(verification),
        Objects.requireNonNull(mapping),
        request.isPublishing(),
        request.ownerId(),
        response);
  }

  private static @Nullable InboundResponse response(
      @Nullable ResponseForm form, FieldErrors errors) {
    InboundResponse response = form == null ? null : form.toResponse();
    SourceRules.checkResponse(response, errors);
    return response;
  }
}
