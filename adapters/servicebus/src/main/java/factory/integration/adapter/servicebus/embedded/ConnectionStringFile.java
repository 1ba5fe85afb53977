package factory.integration.adapter.servicebus.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The file that lets others connect, and the place where the broker's key is kept. */
final class ConnectionStringFile {

  static final String NAME = "bus-connection-string";
  static final String KEY_NAME = "platform";

  private static final int KEY_BYTES = 32;
  private static final Pattern KEY = Pattern.compile(";SharedAccessKey=([A-Za-z0-9_-]{43})\\s*$");

  private final Path path;

  ConnectionStringFile(Path dataDirectory) {
    this.path = dataDirectory.resolve(NAME);
  }

  /** The key of an earlier start, unless the file is gone or holds none. */
  Optional<String> key() {
    try {
      Matcher key = KEY.matcher(Files.readString(path, StandardCharsets.UTF_8));
      return key.find() ? Optional.of(key.group(1)) : Optional.empty();
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read %s; let the platform's user read it, or delete it for a new key"
              .formatted(path),
          e);
    }
  }

  /** A key that stands in a URL as it is. */
  static String newKey() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
  }

  /** Keeps and answers the connection string. */
  String write(String host, int port, String key) {
    String text =
        "Endpoint=sb://%s:%d;SharedAccessKeyName=%s;SharedAccessKey=%s"
            .formatted(host, port, KEY_NAME, key);
    new OwnerOnlyFile(path).write((text + "\n").getBytes(StandardCharsets.UTF_8));
    return text;
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
