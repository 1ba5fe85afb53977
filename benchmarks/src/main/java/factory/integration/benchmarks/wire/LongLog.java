package factory.integration.benchmarks.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A growing row of longs, mostly times by sequence number, where 0 means that nothing was noted.
 * One thread writes; another may read what was written before something volatile that both know.
 */
public final class LongLog {

  private static final int LARGEST = 1 << 27;

  private long[] values = new long[1 << 14];
  private int size;

  /** Notes a value, which makes the row at least as long as {@code index + 1}. */
  public void set(int index, long value) {
    if (index < 0 || index >= LARGEST) {
      throw new IllegalArgumentException("index " + index + " is not within 0 and " + LARGEST);
    }
    if (index >= values.length) {
      values = Arrays.copyOf(values, Math.max(index + 1, values.length * 2));
    }
    values[index] = value;
    size = Math.max(size, index + 1);
  }

  /** The value noted there, or 0 where there is none. */
  public long get(int index) {
    return index < size ? values[index] : 0;
  }

  public int size() {
    return size;
  }

  /** Writes the row to a file, eight bytes a value. */
  public void writeTo(Path file) throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (int i = 0; i < size; i++) {
        out.writeLong(values[i]);
      }
    }
  }

  /** Reads a row that {@link #writeTo} wrote. */
  public static LongLog readFrom(Path file) throws IOException {
    LongLog log = new LongLog();
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      int count = Math.toIntExact(Files.size(file) / Long.BYTES);
      for (int i = 0; i < count; i++) {
        log.set(i, in.readLong());
      }
    }
    return log;
  }
}
