package factory.integration.adapter.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretStore;
import factory.integration.api.vault.SecretVault;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EncryptedSecretVaultTests {

  private static final TenantId TENANT = new TenantId("acme");
  private static final TenantId OTHER = new TenantId("other");
  private static final SecretRef REF = new SecretRef("sec-1", 1);

  private final SecureRandom random = new SecureRandom();
  private final MasterKey key = MasterKey.generate(random);
  private final InMemorySecretStore store = new InMemorySecretStore();
  private final SecretVault vault = vault(store);

  @Nested
  class PutTests {

    @Test
    void givesTheSecretToItsTenantAlone() {
      vault.put(TENANT, REF, "s3cret");

      assertThat(vault.find(TENANT, REF)).contains("s3cret");
      assertThat(vault.find(OTHER, REF)).isEmpty();
      assertThat(vault.find(TENANT, REF.next())).isEmpty();
    }

    @Test
    void replacesNothing() {
      vault.put(TENANT, REF, "s3cret");

      assertThatThrownBy(() -> vault.put(TENANT, REF, "changed"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageNotContaining("changed");
      assertThat(vault.find(TENANT, REF)).contains("s3cret");
    }

    @Test
    void letsTwoTenantsUseOneReference() {
      vault.put(TENANT, REF, "one");
      vault.put(OTHER, REF, "two");

      assertThat(vault.find(TENANT, REF)).contains("one");
      assertThat(vault.find(OTHER, REF)).contains("two");
    }

    @Test
    void keepsSecretsOverARestart() {
      vault.put(TENANT, REF, "s3cret");

      assertThat(vault(store).find(TENANT, REF)).contains("s3cret");
    }
  }

  @Nested
  class PutOnceTests {

    @Test
    void givesTheSameReferenceAndWritesOnce() {
      SecretRef ref = vault.putOnce(TENANT, "s3cret");

      assertThat(vault.putOnce(TENANT, "s3cret")).isEqualTo(ref);
      assertThat(vault(store).putOnce(TENANT, "s3cret")).isEqualTo(ref);
      assertThat(vault.find(TENANT, ref)).contains("s3cret");
      assertThat(store.writes).hasValue(1);
    }

    @Test
    void knowsAKeptSecretWithoutAskingTheStore() {
      vault.putOnce(TENANT, "s3cret");
      int reads = store.reads.get();
      vault.putOnce(TENANT, "s3cret");

      assertThat(store.reads).hasValue(reads);
    }

    @Test
    void givesOtherSecretsTenantsAndKeysOtherReferences() {
      assertThat(
              new SecretRef[] {
                vault.putOnce(TENANT, "s3cret"),
                vault.putOnce(TENANT, "s3cret2"),
                vault.putOnce(OTHER, "s3cret"),
                vault(new InMemorySecretStore(), MasterKey.generate(random))
                    .putOnce(TENANT, "s3cret")
              })
          .doesNotHaveDuplicates()
          .allSatisfy(ref -> assertThat(ref.toString()).matches("sec-[0-9a-z]{26}:1"));
    }

    @Test
    void stillWritesOnceWhenManyComeTogether() throws Exception {
      Callable<SecretRef> putting = () -> vault(store).putOnce(TENANT, "s3cret");
      try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
        assertThat(threads.invokeAll(Collections.nCopies(64, putting)))
            .map(Future::get)
            .containsOnly(vault.putOnce(TENANT, "s3cret"));
      }

      assertThat(store.writes).hasValue(1);
      assertThat(vault.find(TENANT, vault.putOnce(TENANT, "s3cret"))).contains("s3cret");
    }

    @Test
    void keepsWhatAnotherNodeWroteBetweenLookingAndWriting() {
      SecretVault slow =
          vault(new SlowSecretStore(store, () -> vault(store).putOnce(TENANT, "s3cret")));

      assertThat(slow.find(TENANT, slow.putOnce(TENANT, "s3cret"))).contains("s3cret");
      assertThat(store.writes).hasValue(1);
    }

    @Test
    void writesAgainAfterARemoval() {
      SecretRef ref = vault.putOnce(TENANT, "s3cret");
      vault.remove(TENANT, ref);
      vault.putOnce(TENANT, "s3cret");

      assertThat(vault(store).find(TENANT, ref)).contains("s3cret");
    }
  }

  @Nested
  class FindTests {

    @Test
    void readsTheStoreOncePerSecret() {
      vault.put(TENANT, REF, "s3cret");
      SecretVault restarted = vault(store);
      IntStream.range(0, 100).forEach(i -> restarted.find(TENANT, REF));

      assertThat(store.reads).hasValue(1);
    }

    @Test
    void findsASecretThatCameAfterItWasMissed() {
      assertThat(vault.find(TENANT, REF)).isEmpty();
      vault(store).put(TENANT, REF, "s3cret");

      assertThat(vault.find(TENANT, REF)).contains("s3cret");
    }

    @Test
    void opensNothingThatAnotherMasterKeySealed() {
      vault(store, MasterKey.generate(random)).put(TENANT, REF, "s3cret");

      assertThatThrownBy(() -> vault.find(TENANT, REF))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("sealed with the master key")
          .hasMessageNotContaining("s3cret");
    }

    @Test
    void opensNothingThatWasMovedToAnotherTenant() {
      vault.put(TENANT, REF, "s3cret");
      store.put(OTHER, REF, store.find(TENANT, REF).orElseThrow());

      assertThatThrownBy(() -> vault.find(OTHER, REF)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Nested
  class RemoveTests {

    @Test
    void forgetsTheSecretAtOnce() {
      vault.put(TENANT, REF, "s3cret");
      vault.remove(TENANT, REF);

      assertThat(vault.find(TENANT, REF)).isEmpty();
    }

    @Test
    void doesNotMindAnUnknownOne() {
      vault.remove(TENANT, REF);

      assertThat(vault.find(TENANT, REF)).isEmpty();
    }

    @Test
    void winsOverAReadThatBeganBefore() {
      vault.put(TENANT, REF, "s3cret");
      SecretVault[] slow = new SecretVault[1];
      slow[0] = vault(new SlowSecretStore(store, () -> slow[0].remove(TENANT, REF)));
      slow[0].find(TENANT, REF);

      assertThat(slow[0].find(TENANT, REF)).isEmpty();
    }
  }

  private SecretVault vault(SecretStore store) {
    return vault(store, key);
  }

  private SecretVault vault(SecretStore store, MasterKey key) {
    return new EncryptedSecretVault(store, KeyRing.of(key), random);
  }
}
