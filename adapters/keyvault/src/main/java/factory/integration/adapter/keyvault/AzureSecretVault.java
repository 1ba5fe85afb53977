package factory.integration.adapter.keyvault;

import com.azure.core.exception.ResourceNotFoundException;
import com.azure.security.keyvault.secrets.SecretClient;
import com.azure.security.keyvault.secrets.models.KeyVaultSecret;
import com.azure.security.keyvault.secrets.models.SecretProperties;
import factory.integration.api.messaging.StoreUnavailable;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretVault;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps secrets in Azure Key Vault, which encrypts them, and opened ones in memory, so that a call
 * over HTTP costs no call of Key Vault.
 */
final class AzureSecretVault implements SecretVault {

  private static final Logger LOG = LoggerFactory.getLogger(AzureSecretVault.class);
  private static final int CACHED_SECRETS = 10_000;
  private static final int KEY_BYTES = 32;
  private static final TenantId OWN_TENANT = new TenantId("vault");
  private static final SecretRef NAMING_KEY = new SecretRef("sec-naming-key", 1);

  private final SecretClient client;
  private final SecureRandom random;
  private final OpenedSecrets opened = new OpenedSecrets(CACHED_SECRETS);

  AzureSecretVault(SecretClient client, SecureRandom random) {
    this.client = client;
    this.random = random;
  }

  /** Key Vault would add a version to a secret that is there: what it has then, counts. */
  @Override
  public void put(TenantId tenant, SecretRef ref, String secret) {
    String name = SecretNaming.nameOf(tenant, ref);
    if (read(name, tenant, ref).isPresent()) {
      throw new IllegalStateException("another secret is stored under " + ref);
    }
    KeyVaultSecret written =
        new KeyVaultSecret(name, secret)
            .setProperties(new SecretProperties().setTags(SecretNaming.tagsOf(tenant, ref)));
    call(() -> client.setSecret(written));
    if (!read(name, tenant, ref).filter(secret::equals).isPresent()) {
      throw new IllegalStateException("another secret was stored under " + ref + " meanwhile");
    }
    opened.keep(name, secret);
  }

  @Override
  public SecretRef putOnce(TenantId tenant, String secret) {
    SecretRef ref = SecretNaming.refOf(tenant, secret, namingKey());
    if (find(tenant, ref).isEmpty()) {
      try {
        put(tenant, ref, secret);
      } catch (IllegalStateException refused) {
        find(tenant, ref).orElseThrow(() -> refused);
      }
    }
    return ref;
  }

  @Override
  public Optional<String> find(TenantId tenant, SecretRef ref) {
    String name = SecretNaming.nameOf(tenant, ref);
    return opened
        .find(name)
        .or(
            () -> {
              Optional<String> secret = read(name, tenant, ref);
              secret.ifPresent(value -> opened.keep(name, value));
              return secret;
            });
  }

  /** Deletes it; until Key Vault purges it, only its administrators can bring it back. */
  @Override
  public void remove(TenantId tenant, SecretRef ref) {
    String name = SecretNaming.nameOf(tenant, ref);
    try {
      call(() -> client.beginDeleteSecret(name));
    } catch (ResourceNotFoundException absent) {
      LOG.debug("there is no secret {} to delete", ref);
    } finally {
      opened.forget(name);
    }
  }

  private Optional<String> read(String name, TenantId tenant, SecretRef ref) {
    try {
      KeyVaultSecret secret = call(() -> client.getSecret(name));
      if (!SecretNaming.tagsOf(tenant, ref).equals(secret.getProperties().getTags())) {
        throw new IllegalStateException(
            "the secret %s in Key Vault does not belong to %s of tenant %s"
                .formatted(name, ref, tenant));
      }
      return Optional.of(secret.getValue());
    } catch (ResourceNotFoundException absent) {
      return Optional.empty();
    }
  }

  private String namingKey() {
    return find(OWN_TENANT, NAMING_KEY)
        .orElseGet(
            () -> {
              byte[] bytes = new byte[KEY_BYTES];
              random.nextBytes(bytes);
              try {
                put(OWN_TENANT, NAMING_KEY, Base64.getEncoder().encodeToString(bytes));
              } catch (IllegalStateException anotherNodeWasFirst) {
                return find(OWN_TENANT, NAMING_KEY).orElseThrow(() -> anotherNodeWasFirst);
              }
              return find(OWN_TENANT, NAMING_KEY).orElseThrow();
            });
  }

  private static <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (ResourceNotFoundException absent) {
      throw absent;
    } catch (RuntimeException e) {
      throw new StoreUnavailable("Azure Key Vault refused a call or could not be reached", e);
    }
  }
}
