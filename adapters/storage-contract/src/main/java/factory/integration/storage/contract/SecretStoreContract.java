package factory.integration.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretStore;
import org.junit.jupiter.api.Test;

/** A store of sealed secrets. */
public abstract class SecretStoreContract {

  private static final TenantId ACME = new TenantId("acme");
  private static final TenantId GLOBEX = new TenantId("globex");
  private static final SecretRef REF = new SecretRef("sec-1", 1);

  protected abstract SecretStore secrets();

  @Test
  void keepsBytesByTenantAndReference() {
    secrets().put(ACME, REF, new byte[] {0, -1, 7});

    assertThat(secrets().find(ACME, REF)).hasValue(new byte[] {0, -1, 7});
    assertThat(secrets().find(GLOBEX, REF)).isEmpty();
    assertThat(secrets().find(ACME, REF.next())).isEmpty();
  }

  @Test
  void refusesOtherBytesUnderTheSameReference() {
    secrets().put(ACME, REF, new byte[] {1});
    secrets().put(ACME, REF, new byte[] {1});

    assertThatThrownBy(() -> secrets().put(ACME, REF, new byte[] {2}))
        .isInstanceOf(IllegalStateException.class);
    assertThat(secrets().find(ACME, REF)).hasValue(new byte[] {1});
  }

  @Test
  void replacesTheBytesThatAreThereAlone() {
    secrets().put(ACME, REF, new byte[] {1});

    assertThat(secrets().replace(ACME, REF, new byte[] {2}, new byte[] {3})).isFalse();
    assertThat(secrets().replace(GLOBEX, REF, new byte[] {1}, new byte[] {3})).isFalse();
    assertThat(secrets().replace(ACME, REF, new byte[] {1}, new byte[] {3})).isTrue();
    assertThat(secrets().find(ACME, REF)).hasValue(new byte[] {3});
    assertThat(secrets().find(GLOBEX, REF)).isEmpty();
  }

  @Test
  void forgetsARemovedSecret() {
    secrets().put(ACME, REF, new byte[] {1});
    secrets().remove(GLOBEX, REF);
    assertThat(secrets().find(ACME, REF)).isPresent();

    secrets().remove(ACME, REF);
    secrets().remove(ACME, REF);
    assertThat(secrets().find(ACME, REF)).isEmpty();
  }
}
