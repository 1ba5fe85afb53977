package factory.integration.gateway.security;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the first admin key comes to be.
 *
 * @param adminKey the admin key's text, 16 to 256 visible ASCII characters; made up when absent
 * @param dataDir where a made-up admin key is written
 */
@ConfigurationProperties("platform")
record SecurityProperties(@Nullable String adminKey, @Nullable Path dataDir) {

  private static final int MIN_LENGTH = 16;
  private static final int MAX_LENGTH = 256;

  SecurityProperties {
    adminKey = adminKey == null || adminKey.isEmpty() ? null : adminKey;
    if (adminKey != null && !isUsable(adminKey)) {
      throw new IllegalArgumentException(
          "platform.admin-key (PLATFORM_ADMIN_KEY) must have 16 to 256 visible ASCII characters"
              + " without spaces; leave it out to have a key made at the first start");
    }
    dataDir = dataDir == null ? Path.of("data") : dataDir;
  }

  private static boolean isUsable(String key) {
    return key.length() >= MIN_LENGTH
        && key.length() <= MAX_LENGTH
        && key.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  @Override
  public String toString() {
    return "SecurityProperties[adminKey=" + (adminKey == null ? "none" : "***") + "]";
  }
}
