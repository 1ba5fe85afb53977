package factory.integration.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretVault;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link SecretVault} does. */
public abstract class SecretVaultContract {

  private static final SecretRef REF = new SecretRef("sec-1", 1);
  private static final AtomicInteger TENANTS = new AtomicInteger();

  /** A vault over what the others of this test class keep, with nothing in memory. */
  protected abstract SecretVault vault();

  /** A tenant that has nothing yet. */
  protected static TenantId tenant() {
    return new TenantId("Acme_" + TENANTS.incrementAndGet());
  }

  @Test
  void givesASecretToItsTenantAlone() {
    TenantId acme = tenant();
    vault().put(acme, REF, "pässwörd ✓");

    assertThat(vault().find(acme, REF)).contains("pässwörd ✓");
    assertThat(vault().find(tenant(), REF)).isEmpty();
    assertThat(vault().find(new TenantId(acme.value().toLowerCase()), REF)).isEmpty();
    assertThat(vault().find(acme, REF.next())).isEmpty();
  }

  @Test
  void replacesNothing() {
    TenantId acme = tenant();
    vault().put(acme, REF, "s3cret");

    SecretVault other = vault();
    assertThatThrownBy(() -> other.put(acme, REF, "changed"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("changed");
    assertThat(other.find(acme, REF)).contains("s3cret");
    assertThat(vault().find(acme, REF)).contains("s3cret");
  }

  @Test
  void givesTheSameSecretTheSameReference() {
    TenantId acme = tenant();
    SecretRef ref = vault().putOnce(acme, "s3cret");

    assertThat(vault().putOnce(acme, "s3cret")).isEqualTo(ref);
    assertThat(vault().find(acme, ref)).contains("s3cret");
    assertThat(vault().putOnce(acme, "other")).isNotEqualTo(ref);
    assertThat(vault().putOnce(tenant(), "s3cret")).isNotEqualTo(ref);
    assertThat(ref.toString()).doesNotContain("s3cret");
  }

  @Test
  void forgetsARemovedSecret() {
    TenantId acme = tenant();
    SecretVault vault = vault();
    vault.put(acme, REF, "s3cret");
    vault.remove(tenant(), REF);
    assertThat(vault().find(acme, REF)).isPresent();

    vault.remove(acme, REF);
    vault.remove(acme, REF);
    assertThat(vault.find(acme, REF)).isEmpty();
    assertThat(vault().find(acme, REF)).isEmpty();
  }

  @Test
  void keepsALongSecret() {
    TenantId acme = tenant();
    String secret = "x".repeat(8_192);
    vault().put(acme, REF, secret);
    assertThat(vault().find(acme, REF)).contains(secret);
  }
}
