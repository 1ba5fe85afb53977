package factory.integration.api.sample;

import factory.integration.api.credential.CredentialId;
import factory.integration.api.credential.CredentialRotated;
import factory.integration.api.credential.CredentialRotationFailed;
import factory.integration.api.credential.CredentialRotationResumed;
import factory.integration.api.credential.CredentialRotationStarted;
import factory.integration.api.credential.CredentialScheme;
import factory.integration.api.credential.CredentialSettings;
import factory.integration.api.credential.CredentialType;
import factory.integration.api.credential.CredentialVersionRetired;
import factory.integration.api.credential.IntegrationCredentialRegistered;
import factory.integration.api.credential.RefreshTokenReplaced;
import factory.integration.api.credential.RotationMethod;
import factory.integration.api.credential.RotationTrigger;
import factory.integration.api.credential.RotationWindow;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.failure.FailureId;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.failure.IntegrationFailed.FailedRotation;
import factory.integration.api.subscription.EndpointUrl;
import factory.integration.api.subscription.HmacAlgorithm;
import factory.integration.api.subscription.TokenEndpoint;
import factory.integration.api.subscription.TokenEndpoint.ClientProof;
import factory.integration.api.vault.SecretRef;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Instances of the events of credentials; a name is the record's, a variant after a hyphen. */
final class CredentialEventFixture {

  private static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");
  private static final CredentialId CREDENTIAL = CredentialId.of("01jxk3v7a8d4r0m6p2s8v1x5yb");
  private static final FailureId FAILURE = FailureId.of("01jxk3v7a8z9w5t1r6m2k8d4ht");
  private static final SecretRef SECRET = new SecretRef("sec-01jxk3v7a8d4r0m6p2s8v1x5yb-2-1", 1);
  private static final SecretRef PREVIOUS = new SecretRef("sec-01jxk3v7a8d4r0m6p2s8v1x5yb", 1);
  private static final TokenEndpoint ENDPOINT =
      new TokenEndpoint(
          new EndpointUrl("https://login.example.com/token"),
          "client-1",
          List.of("orders.read"),
          "https://api.example.com",
          ClientProof.FORM);

  private CredentialEventFixture() {}

  static Map<String, Object> all() {
    Map<String, Object> events = new LinkedHashMap<>(registrations());
    events.put(
        "CredentialRotationStarted",
        new CredentialRotationStarted(CREDENTIAL, 2, 1, SECRET, false, RotationTrigger.SCHEDULED));
    events.put(
        "CredentialRotationResumed", new CredentialRotationResumed(CREDENTIAL, 2, 1, SECRET, true));
    events.put("CredentialRotationFailed", failed(NOON.plusSeconds(60)));
    events.put("CredentialRotationFailed-last", failed(null));
    events.put("CredentialRotated", rotated());
    events.put(
        "RefreshTokenReplaced", new RefreshTokenReplaced(CREDENTIAL, 1, PREVIOUS.next(), PREVIOUS));
    events.put("CredentialVersionRetired", new CredentialVersionRetired(CREDENTIAL, 1, PREVIOUS));
    events.put("IntegrationFailed-rotation", integrationFailed(NOON.plusSeconds(60)));
    events.put("IntegrationFailed-rotationLast", integrationFailed(null));
    return events;
  }

  private static Map<String, Object> registrations() {
    RotationMethod generated = new RotationMethod.Generated();
    RotationMethod supplied = new RotationMethod.Supplied();
    RotationMethod token = new RotationMethod.FromTokenEndpoint(ENDPOINT, SECRET);
    RotationMethod refresh = new RotationMethod.FromTokenEndpoint(null, null);
    RotationMethod operation = new RotationMethod.ByOperation("conn-1", "RenewKey", "/key");
    return Map.of(
        "IntegrationCredentialRegistered",
            registered(new CredentialScheme.ApiKey("x-api-key", "Key "), operation),
        "IntegrationCredentialRegistered-basic",
            registered(new CredentialScheme.Basic("erp"), supplied),
        "IntegrationCredentialRegistered-bearer", registered(new CredentialScheme.Bearer(), token),
        "IntegrationCredentialRegistered-client",
            registered(new CredentialScheme.OAuth2ClientCredentials(ENDPOINT), supplied),
        "IntegrationCredentialRegistered-refresh",
            registered(new CredentialScheme.OAuth2RefreshToken(ENDPOINT, PREVIOUS), refresh),
        "IntegrationCredentialRegistered-hmac",
            registered(new CredentialScheme.Hmac("x-sig", HmacAlgorithm.SHA256), generated));
  }

  private static IntegrationCredentialRegistered registered(
      CredentialScheme scheme, RotationMethod method) {
    boolean scheduled = !(method instanceof RotationMethod.Supplied);
    return new IntegrationCredentialRegistered(
        CREDENTIAL,
        new CredentialSettings(
            "Orders",
            scheme,
            method,
            scheduled ? 86_400L : null,
            scheduled ? new RotationWindow("22:00", "04:30", "Europe/Berlin") : null,
            3_600),
        PREVIOUS);
  }

  private static CredentialRotationFailed failed(Instant next) {
    return new CredentialRotationFailed(
        CREDENTIAL, 2, 1, SECRET, "the token endpoint answered 503", next);
  }

  private static CredentialRotated rotated() {
    return new CredentialRotated(
        CREDENTIAL,
        "Orders",
        CredentialType.API_KEY,
        2,
        SECRET,
        1,
        PREVIOUS,
        NOON.plusSeconds(3_600),
        RotationTrigger.REQUESTED,
        1);
  }

  private static IntegrationFailed integrationFailed(Instant next) {
    return IntegrationFailed.ofRotation(
        FAILURE,
        1,
        FailureCategory.AUTHENTICATION,
        FailureReason.CREDENTIAL_NOT_OBTAINED,
        "the token endpoint answered 503",
        new FailedRotation(CREDENTIAL, 2, next));
  }
}
