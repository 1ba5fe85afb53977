package factory.integration.benchmarks.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has used since its start, as Linux counts it.
 *
 * @param cpuNanos user and system time, in steps of 10 ms
 * @param writtenBytes what the process made the kernel write to storage
 * @param peakRssBytes the largest resident set so far
 */
public record Usage(long cpuNanos, long writtenBytes, long peakRssBytes) {

  private static final long NANOS_PER_TICK = 10_000_000L;
  private static final int USER_TICKS = 11;
  private static final int SYSTEM_TICKS = 12;

  /** Reads {@code /proc} for the process. */
  public static Usage of(long pid) {
    Path proc = Path.of("/proc", Long.toString(pid));
    try {
      return new Usage(
          cpuNanos(Files.readString(proc.resolve("stat"))),
          field(Files.readString(proc.resolve("io")), "write_bytes:"),
          field(Files.readString(proc.resolve("status")), "VmHWM:") * 1024);
    } catch (IOException e) {
      throw new UncheckedIOException("can't read what process " + pid + " used", e);
    }
  }

  static long cpuNanos(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]))
        * NANOS_PER_TICK;
  }

  /** The number in the line that starts with the name. */
  public static long field(String text, String name) {
    return text.lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + name + " in " + text));
  }
}
