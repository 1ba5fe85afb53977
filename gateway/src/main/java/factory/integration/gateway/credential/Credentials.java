package factory.integration.gateway.credential;

import factory.integration.api.credential.CredentialId;
import factory.integration.api.credential.CredentialSettings;
import factory.integration.api.credential.CredentialView;
import factory.integration.api.credential.RegisterIntegrationCredential;
import factory.integration.api.credential.RotateCredential;
import factory.integration.api.credential.RotationMethod;
import factory.integration.api.credential.RotationTrigger;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.vault.SecretRef;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.RequestContext;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;

/** Registers and rotates credentials; each method returns when the caller can read what it did. */
final class Credentials {

  private final Messages messages;
  private final CredentialReads reads;
  private final CredentialReader reader;
  private final CredentialVault vault;
  private final UniqueIds ids;
  private final InstantSource clock;

  Credentials(
      Messages messages,
      CredentialReads reads,
      CredentialReader reader,
      CredentialVault vault,
      UniqueIds ids,
      InstantSource clock) {
    this.messages = messages;
    this.reads = reads;
    this.reader = reader;
    this.vault = vault;
    this.ids = ids;
    this.clock = clock;
  }

  CredentialView register(CredentialRequest request, RequestContext context) {
    TenantId tenant = context.tenant();
    CredentialSettings settings = reader.read(request, tenant);
    String field = CredentialFields.of(settings.scheme().type()).secretField();
    String secret = Objects.requireNonNull(request.given().get(field));
    CredentialId id = CredentialId.of(ids.next());
    SecretRef ref = vault.first(tenant, id, secret);
    messages.send(new RegisterIntegrationCredential(id, settings, ref), context);
    return reads
        .await(tenant, id, 0)
        .orElseGet(() -> CredentialView.registered(id, settings, clock.instant()));
  }

  CredentialView rotate(String id, Map<String, String> given, RequestContext context) {
    CredentialView view = reads.get(context.tenant(), id);
    checkGiven(view.settings(), given);
    String secret = given.values().stream().findAny().orElse(null);
    SecretRef supplied = vault.keep(context.tenant(), secret);
    RotateCredential command =
        new RotateCredential(
            view.credentialId(), view.version(), RotationTrigger.REQUESTED, supplied);
    try {
      long revision = messages.<Number>send(command, context).longValue();
      return reads.await(context.tenant(), view.credentialId(), revision).orElse(view);
    } catch (CommandRejected refused) {
      vault.forget(context.tenant(), supplied);
      throw refused;
    }
  }

  private static void checkGiven(CredentialSettings settings, Map<String, String> given) {
    String field = CredentialFields.of(settings.scheme().type()).secretField();
    FieldErrors errors = new FieldErrors();
    given.forEach(
        (name, text) -> {
          if (name.equals(field)) {
            CredentialFields.checkText(name, text, errors);
          } else {
            errors.add(name, "is not what rotates; that is " + field);
          }
        });
    errors.refuseIfAny();
    if (given.isEmpty() && settings.rotation() instanceof RotationMethod.Supplied) {
      throw RequestRefused.invalid(field, "is required: nothing else gives the next version");
    }
  }
}
