package factory.integration.benchmarks.scenario;

import factory.integration.benchmarks.platform.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine that figures were measured on. */
final class Machine {

  private Machine() {}

  static String describe() throws IOException {
    long kibibytes = Usage.field(Files.readString(Path.of("/proc/meminfo")), "MemTotal:");
    return "machine: %d cores (%s), %d GiB, %s %s, Java %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            processor(),
            kibibytes >> 20,
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("java.runtime.version"));
  }

  private static String processor() throws IOException {
    return Files.readString(Path.of("/proc/cpuinfo"))
        .lines()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown processor");
  }
}
