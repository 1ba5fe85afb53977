package factory.integration.gateway.credential;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.credential.CredentialScheme;
import factory.integration.api.credential.CredentialSettings;
import factory.integration.api.credential.RegisterIntegrationCredential;
import factory.integration.api.credential.RotateCredential;
import factory.integration.api.credential.RotationMethod;
import factory.integration.api.credential.RotationTrigger;
import factory.integration.api.credential.RotationWindow;
import factory.integration.api.messaging.TenantId;
import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.MemoryCredentials;
import factory.integration.gateway.fixture.MemoryVault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class CredentialApiTests {

  private static final String PATH = "/v1/integrations/credentials";
  private static final String API_KEY =
      "{\"name\":\"ERP\",\"type\":\"apiKey\",\"header\":\"x-key\",\"value\":\"s3cret\"%s}";

  @Autowired Api api;
  @Autowired MemoryCredentials credentials;
  @Autowired MemoryVault vault;

  @Test
  void keepsTheSecretInTheVaultAlone() {
    Answer made = api.post(PATH, API_KEY.formatted(",\"prefix\":\"Key \""));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.text()).doesNotContain("s3cret", "sec-");
    RegisterIntegrationCredential command = credentials.registered(made.at("/credentialId"));
    assertThat(command.settings())
        .isEqualTo(
            new CredentialSettings(
                "ERP",
                new CredentialScheme.ApiKey("x-key", "Key "),
                new RotationMethod.Supplied(),
                null,
                null,
                86_400));
    assertThat(vault.find(TenantId.DEFAULT, command.secret())).contains("s3cret");
    Answer shown = api.get(PATH + "/" + made.at("/credentialId"));
    assertThat(shown.json()).isEqualTo(made.json());
    assertThat(api.get(PATH + "?limit=250").text()).contains(made.at("/credentialId"));
  }

  @Test
  void readsAScheduleWithItsWindow() {
    Answer made =
        api.post(
            PATH,
            API_KEY.formatted(
                ",\"rotation\":{\"method\":\"generated\"},\"rotateEverySeconds\":3600,"
                    + "\"rotationWindow\":{\"from\":\"22:00\",\"until\":\"04:00\",\"zone\":\"UTC\"},"
                    + "\"overlapSeconds\":60"));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    CredentialSettings settings = credentials.registered(made.at("/credentialId")).settings();
    assertThat(settings.window()).isEqualTo(new RotationWindow("22:00", "04:00", "UTC"));
    assertThat(settings.overlapSeconds()).isEqualTo(60);
    assertThat(made.at("/nextRotationAt")).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"a\",\"type\":\"basic\",\"username\":\"u\",\"password\":\"s3cret\"}",
        "{\"name\":\"a\",\"type\":\"bearer\",\"token\":\"s3cret\",\"rotation\":{\"method\":"
            + "\"tokenEndpoint\",\"tokenUrl\":\"https://login.example.com/t\",\"clientId\":\"c\","
            + "\"clientSecret\":\"s3cret\"}}",
        "{\"name\":\"a\",\"type\":\"oauth2ClientCredentials\",\"tokenUrl\":"
            + "\"https://login.example.com/t\",\"clientId\":\"c\",\"clientSecret\":\"s3cret\","
            + "\"scopes\":[\"a\"],\"clientProof\":\"form\"}",
        "{\"name\":\"a\",\"type\":\"oauth2RefreshToken\",\"tokenUrl\":"
            + "\"https://login.example.com/t\",\"clientId\":\"c\",\"refreshToken\":\"s3cret\","
            + "\"rotation\":{\"method\":\"tokenEndpoint\"},\"rotateEverySeconds\":86400}",
        "{\"name\":\"a\",\"type\":\"hmac\",\"header\":\"x-sum\",\"secret\":\"s3cret\"}"
      })
  void takesEveryType(String body) {
    Answer made = api.post(PATH, body);
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.text()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",\"token\":\"x\"| token",
        ",\"rotateEverySeconds\":3600| rotateEverySeconds",
        ",\"rotation\":{\"method\":\"tokenEndpoint\"}| rotation.tokenUrl",
        ",\"rotation\":{\"method\":\"operation\"}| rotation.method",
        ",\"overlapSeconds\":-1| overlapSeconds",
        ",\"scopes\":[\"a\"]| scopes"
      })
  void namesWhatIsWrong(String more, String field) {
    Answer refused = api.post(PATH, API_KEY.formatted(more));
    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.text()).contains("\"field\":\"" + field + "\"").doesNotContain("s3cret");
  }

  @Test
  void handsASuppliedSecretToTheRotation() {
    String id = api.post(PATH, API_KEY.formatted("")).at("/credentialId");
    Answer rotated = api.post(PATH + "/" + id + "/rotate", "{\"value\":\"s3cret-two\"}");
    assertThat(rotated.status()).as(rotated.text()).isEqualTo(202);
    RotateCredential command = credentials.rotations().getLast();
    assertThat(command.replaces()).isEqualTo(1);
    assertThat(command.trigger()).isEqualTo(RotationTrigger.REQUESTED);
    assertThat(vault.find(TenantId.DEFAULT, command.supplied())).contains("s3cret-two");
    assertThat(rotated.text()).doesNotContain("s3cret");
  }

  @Test
  void forgetsTheSecretOfARotationThatIsRefused() {
    String id = api.post(PATH, API_KEY.formatted("")).at("/credentialId");
    int kept = vault.size();
    credentials.refuseRotations(true);
    try {
      assertThat(api.post(PATH + "/" + id + "/rotate", "{\"value\":\"s3cret-two\"}").status())
          .isEqualTo(409);
    } finally {
      credentials.refuseRotations(false);
    }
    assertThat(vault.size()).isEqualTo(kept);
  }

  @Test
  void wantsTheSecretThatNothingElseGives() {
    String id = api.post(PATH, API_KEY.formatted("")).at("/credentialId");
    assertThat(api.post(PATH + "/" + id + "/rotate", "{}").text()).contains("\"field\":\"value\"");
    assertThat(api.post(PATH + "/" + id + "/rotate", "{\"token\":\"x\"}").status()).isEqualTo(422);
    assertThat(api.post(PATH + "/cred-unknown/rotate", "{}").status()).isEqualTo(404);
    assertThat(api.get(PATH + "/x").status()).isEqualTo(404);
  }
}
