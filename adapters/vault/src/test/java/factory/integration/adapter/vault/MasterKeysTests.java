package factory.integration.adapter.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.api.vault.SecretStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTests {

  private final SecureRandom random = new SecureRandom();
  private final InMemorySecretStore store = new InMemorySecretStore();
  private final String configured = MasterKey.generate(random).toBase64();
  @TempDir private Path data;

  @Test
  void makesAKeyOnceAndFindsItAgain() {
    MasterKey made = keys(store).obtain(null);

    assertThat(data.resolve("master-key")).hasContent(made.toBase64());
    assertThat(keys(store).obtain(null)).hasToString(made.toString());
  }

  @Test
  void takesTheConfiguredKeyAndWritesNoFile() {
    assertThat(keys(store).obtain(configured).toBase64()).isEqualTo(configured);
    assertThat(keys(store).obtain(configured).toBase64()).isEqualTo(configured);
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void takesABlankSettingForNone() {
    assertThat(keys(store).obtain(" ").toBase64()).isNotBlank();
    assertThat(data.resolve("master-key")).exists();
  }

  @Test
  void saysHowToConfigureAKeyWithoutShowingTheWrongOne() {
    assertThatThrownBy(() -> keys(store).obtain("my-secret-key"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("platform.vault.master-key", "openssl rand -base64 32")
        .hasMessageNotContaining("my-secret-key");
  }

  @Test
  void makesNoOtherKeyWhenTheFileIsGone() throws IOException {
    keys(store).obtain(null);
    Files.delete(data.resolve("master-key"));

    assertThatThrownBy(() -> keys(store).obtain(null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("master key is gone", data.toString(), "backup");
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void takesTheKeyOfALostFileFromTheConfiguration() throws IOException {
    MasterKey made = keys(store).obtain(null);
    Files.delete(data.resolve("master-key"));

    assertThat(keys(store).obtain(made.toBase64())).hasToString(made.toString());
  }

  @Test
  void refusesAKeyThatDoesNotOpenTheSecrets() {
    keys(store).obtain(null);

    assertThatThrownBy(() -> keys(store).obtain(configured))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("platform.vault.master-key", "another one")
        .hasMessageNotContaining(configured);
  }

  @Test
  void refusesAFileThatDoesNotOpenTheSecrets() {
    keys(store).obtain(configured);
    new MasterKeyFile(data).keep(MasterKey.generate(random));

    assertThatThrownBy(() -> keys(store).obtain(null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(data.resolve("master-key").toString(), "another one");
  }

  @Test
  void letsTheFirstOfTwoNodesDecide() {
    InMemorySecretStore late = new InMemorySecretStore();
    Keys node = keys(new SlowSecretStore(late, () -> keys(late).obtain(configured)));

    assertThatThrownBy(() -> node.obtain(MasterKey.generate(random).toBase64()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("all nodes need the same");
    assertThat(keys(late).obtain(configured).toBase64()).isEqualTo(configured);
  }

  @Test
  void opensWithAnotherKeyUntilAllIsSealedAnew() {
    MasterKey before = keys(store).obtain(null);
    MasterKeys node = new MasterKeys(store, new MasterKeyFile(data), random);

    KeyRing ring = node.obtain(configured, List.of(before.toBase64()));
    assertThat(ring.current().toBase64()).isEqualTo(configured);
    new SecretRewrap(store, store, new SecretCiphers(ring, random)).run();
    assertThat(keys(store).obtain(configured).toBase64()).isEqualTo(configured);
    assertThatThrownBy(() -> keys(store).obtain(null)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesAnotherKeyThatIsNone() {
    MasterKeys node = new MasterKeys(store, new MasterKeyFile(data), random);
    assertThatThrownBy(() -> node.obtain(configured, List.of("my-secret-key")))
        .hasMessageContaining("platform.vault.other-master-keys")
        .hasMessageNotContaining("my-secret-key");
  }

  private Keys keys(SecretStore store) {
    MasterKeys keys = new MasterKeys(store, new MasterKeyFile(data), random);
    return configured -> keys.obtain(configured, List.of()).current();
  }

  /** What a node finds that has one key alone. */
  private interface Keys {

    MasterKey obtain(@Nullable String configured);
  }
}
