package factory.integration.benchmarks.scenario;

import factory.integration.benchmarks.platform.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the command line says: {@code scenario --name=value …}. */
public record Options(String scenario, Map<String, String> values, List<String> jvm) {

  private static final Set<String> NAMES =
      Set.of(
          "app",
          "connections",
          "directory",
          "due",
          "endpoints",
          "minutes",
          "mongodb-uri",
          "payload",
          "profile",
          "rate",
          "seconds",
          "store",
          "until",
          "warmup");

  /** Reads the arguments; refuses names that no scenario knows. */
  public static Options parse(String... arguments) {
    Map<String, String> values = new HashMap<>();
    List<String> jvm = new ArrayList<>();
    for (String argument : List.of(arguments).subList(1, arguments.length)) {
      String[] pair = argument.split("=", 2);
      String name = pair[0].startsWith("--") ? pair[0].substring(2) : pair[0];
      if (name.equals("jvm")) {
        jvm.addAll(List.of(pair[1].split(" ")));
      } else if (NAMES.contains(name)) {
        values.put(name, pair.length == 2 ? pair[1] : "true");
      } else {
        throw new IllegalArgumentException("unknown option " + argument);
      }
    }
    return new Options(arguments[0], Map.copyOf(values), List.copyOf(jvm));
  }

  public int number(String name, int otherwise) {
    String value = values.get(name);
    return value == null ? otherwise : Integer.parseInt(value.replace("_", ""));
  }

  /** {@code --minutes}, else {@code --seconds}, else what the scenario takes by itself. */
  public int seconds(int otherwise) {
    int minutes = number("minutes", 0);
    return minutes > 0 ? minutes * 60 : number("seconds", otherwise);
  }

  /** How long the platform is warmed up before anything counts. */
  public int warmupSeconds() {
    return number("warmup", 90);
  }

  public Path app() {
    return Path.of(values.getOrDefault("app", "app/target/app.jar")).toAbsolutePath();
  }

  /** {@code --store=mongo} with {@code --mongodb-uri}, else the embedded one. */
  public Store store() {
    String name = values.getOrDefault("store", "sqlite");
    String uri = values.get("mongodb-uri");
    if (name.equals("sqlite") && uri == null) {
      return Store.embedded();
    }
    if (name.equals("mongo") && uri != null) {
      return Store.mongo(uri);
    }
    throw new IllegalArgumentException(
        "the store is --store=sqlite, or --store=mongo with --mongodb-uri=mongodb://host:port");
  }

  public boolean profile() {
    return Boolean.parseBoolean(values.getOrDefault("profile", "false"));
  }

  /** Where data, logs and recordings go; a directory of the system's by default. */
  public Path directory() {
    return Path.of(values.getOrDefault("directory", System.getProperty("java.io.tmpdir")));
  }
}
