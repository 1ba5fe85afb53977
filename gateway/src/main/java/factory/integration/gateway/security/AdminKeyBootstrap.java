package factory.integration.gateway.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Sees to it that somebody can get in: takes the configured admin key, or makes one for an empty
 * store. Runs before the first request is served.
 */
final class AdminKeyBootstrap implements SmartInitializingSingleton {

  static final String KEY_ID = ApiKey.FIRST_ADMIN;

  private static final Logger LOG = LoggerFactory.getLogger(AdminKeyBootstrap.class);

  private final ApiKeys keys;
  private final ApiKeyStore store;
  private final @Nullable String configured;
  private final SecretFile file;

  AdminKeyBootstrap(ApiKeys keys, ApiKeyStore store, @Nullable String configured, Path dataDir) {
    this.keys = keys;
    this.store = store;
    this.configured = configured;
    this.file = new SecretFile(dataDir.resolve("admin-key"));
  }

  @Override
  public void afterSingletonsInstantiated() {
    try {
      if (configured != null) {
        takeConfigured(configured);
      } else if (store.isEmpty()) {
        makeOne();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the admin key's file can't be written: " + file.path(), e);
    }
  }

  private void takeConfigured(String text) throws IOException {
    boolean changed =
        store.findByHash(ApiKeys.hashOf(text)).filter(key -> key.id().equals(KEY_ID)).isEmpty();
    if (changed) {
      keys.saveAdmin(KEY_ID, text);
      Files.deleteIfExists(file.path());
      LOG.info("the admin key is the one of platform.admin-key");
    }
  }

  /** The file comes first: a crash in between leaves an empty store and starts over. */
  private void makeOne() throws IOException {
    String text = keys.newText();
    file.write(text);
    keys.saveAdmin(KEY_ID, text);
    LOG.info("made an admin key, it stands in {}", file.path().toAbsolutePath());
  }
}
