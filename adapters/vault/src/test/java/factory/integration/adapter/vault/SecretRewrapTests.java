package factory.integration.adapter.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretVault;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretRewrapTests {

  private static final TenantId TENANT = new TenantId("acme");
  private static final SecretRef REF = new SecretRef("sec-1", 1);

  private final SecureRandom random = new SecureRandom();
  private final MasterKey before = MasterKey.generate(random);
  private final MasterKey after = MasterKey.generate(random);
  private final KeyRing both = new KeyRing(after, List.of(before));
  private final InMemorySecretStore store = new InMemorySecretStore();

  @Test
  void sealsEverythingWithTheCurrentKey() {
    vault(KeyRing.of(before)).put(TENANT, REF, "s3cret");
    rewrap(both);
    rewrap(both);

    assertThat(store.findAll()).allMatch(secret -> after.hasSealed(secret.bytes()));
    assertThat(vault(KeyRing.of(after)).find(TENANT, REF)).contains("s3cret");
    assertThatThrownBy(() -> vault(KeyRing.of(before)).find(TENANT, REF))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void opensWhatEitherKeySealed() {
    vault(KeyRing.of(before)).put(TENANT, REF, "one");
    vault(both).put(TENANT, REF.next(), "two");

    assertThat(vault(both).find(TENANT, REF)).contains("one");
    assertThat(vault(new KeyRing(before, List.of(after))).find(TENANT, REF.next())).contains("two");
  }

  @Test
  void knowsASecretAgainThatWasKeptUnderTheKeyBefore() {
    SecretRef ref = vault(KeyRing.of(before)).putOnce(TENANT, "s3cret");
    rewrap(both);

    assertThat(vault(both).putOnce(TENANT, "s3cret")).isEqualTo(ref);
    assertThat(vault(KeyRing.of(after)).putOnce(TENANT, "s3cret")).isNotEqualTo(ref);
  }

  @Test
  void leavesWhatNoKeyOpens() {
    vault(KeyRing.of(MasterKey.generate(random))).put(TENANT, REF, "lost");
    vault(KeyRing.of(before)).put(TENANT, REF.next(), "s3cret");
    rewrap(both);

    assertThat(vault(KeyRing.of(after)).find(TENANT, REF.next())).contains("s3cret");
    assertThatThrownBy(() -> vault(both).find(TENANT, REF))
        .isInstanceOf(IllegalStateException.class);
  }

  private void rewrap(KeyRing keys) {
    new SecretRewrap(store, store, new SecretCiphers(keys, random)).run();
  }

  private SecretVault vault(KeyRing keys) {
    return new EncryptedSecretVault(store, keys, random);
  }
}
