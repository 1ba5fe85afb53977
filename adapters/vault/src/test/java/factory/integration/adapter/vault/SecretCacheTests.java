package factory.integration.adapter.vault;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import org.junit.jupiter.api.Test;

class SecretCacheTests {

  private static final TenantId TENANT = TenantId.DEFAULT;

  private final SecretCache cache = new SecretCache(2);

  @Test
  void dropsWhatWasNotUsedForLongest() {
    keep(1);
    keep(2);
    cache.find(TENANT, ref(1));
    keep(3);

    assertThat(cache.find(TENANT, ref(1))).contains("secret-1");
    assertThat(cache.find(TENANT, ref(2))).isEmpty();
    assertThat(cache.find(TENANT, ref(3))).contains("secret-3");
  }

  @Test
  void knowsTenantsApart() {
    keep(1);

    assertThat(cache.find(new TenantId("other"), ref(1))).isEmpty();
  }

  @Test
  void keepsNothingThatWasReadBeforeSomethingWasForgotten() {
    long before = cache.changes();
    cache.forget(TENANT, ref(1));
    cache.keep(TENANT, ref(1), "secret-1", before);

    assertThat(cache.find(TENANT, ref(1))).isEmpty();
  }

  @Test
  void forgetsAndSaysNothing() {
    keep(1);
    cache.forget(TENANT, ref(1));

    assertThat(cache.find(TENANT, ref(1))).isEmpty();
    keep(2);
    assertThat(cache.toString()).doesNotContain("secret");
  }

  private void keep(int number) {
    cache.keep(TENANT, ref(number), "secret-" + number, cache.changes());
  }

  private static SecretRef ref(int number) {
    return new SecretRef("sec-" + number, 1);
  }
}
