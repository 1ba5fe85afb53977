package factory.integration.api.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * Makes the unique part of ids: 26 characters of Crockford's base 32, lower case, of which the
 * first ten are milliseconds since 1970, so that ids sort by the time of their making.
 */
public final class UniqueIds {

  private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final int LENGTH = 26;
  private static final int TIME_LENGTH = 10;

  private final InstantSource clock;
  private final SecureRandom seed = new SecureRandom();
  private long lastMillis;
  private long high;
  private long low;

  public UniqueIds(InstantSource clock) {
    this.clock = clock;
  }

  /** The next id; never the same twice, ascending within this instance. */
  public synchronized String next() {
    long millis = clock.millis();
    if (millis > lastMillis) {
      lastMillis = millis;
      high = seed.nextInt(1 << 14);
      low = seed.nextLong() >>> 2;
    } else if (++low < 0) {
      low = 0;
      high++;
    }
    return encode(lastMillis, (high << 1) & 0xffff, low);
  }

  /** An id that depends on its parts alone: the same parts give the same id. */
  public static String derivedFrom(String... parts) {
    ByteBuffer hash = ByteBuffer.wrap(hash(parts));
    return encode(hash.getLong() >>> 16, hash.getShort() & 0xffff, hash.getLong());
  }

  /** As {@link #derivedFrom}, sorting beside the id whose unique part is given. */
  public static String derivedBeside(String uniquePart, String... parts) {
    return uniquePart.substring(0, TIME_LENGTH) + derivedFrom(parts).substring(TIME_LENGTH);
  }

  private static byte[] hash(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** 48 bits of time in ten characters, then 16 and 64 bits in sixteen. */
  private static String encode(long time, long high, long low) {
    char[] id = new char[LENGTH];
    for (int i = TIME_LENGTH - 1; i >= 0; i--, time >>>= 5) {
      id[i] = ALPHABET[(int) (time & 31)];
    }
    for (int i = LENGTH - 1; i >= TIME_LENGTH; i--) {
      id[i] = ALPHABET[(int) (low & 31)];
      low = (low >>> 5) | (high & 31) << 59;
      high >>>= 5;
    }
    return new String(id);
  }
}
