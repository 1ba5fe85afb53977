package factory.integration.samples.consumer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;

/**
 * Prints facts: {@code SampleConsumer <context> <topic> [<event type>…]}. The bus is the namespace
 * of the environment's {@code BUS_CONNECTION_STRING}, else the embedded broker of the platform
 * whose data directory {@code PLATFORM_DATA_DIR} names, {@code data} by default.
 */
final class SampleConsumer {

  private SampleConsumer() {}

  public static void main(String... arguments) throws IOException {
    if (arguments.length < 2) {
      throw new IllegalArgumentException("usage: <context> <topic> [<event type>…]");
    }
    String context = arguments[0];
    Subscription subscription =
        new Subscription(
            arguments[1],
            context,
            new HashSet<>(Arrays.asList(arguments).subList(2, arguments.length)));
    FactConsumer consumer =
        new FactConsumer(
            bus(System.getenv()),
            subscription,
            new HandledEventsFile(Path.of(context + "-handled-events")),
            fact -> System.out.println(fact.body()));
    Runtime.getRuntime().addShutdownHook(new Thread(consumer::close));
    consumer.run();
  }

  private static Bus bus(Map<String, String> environment) throws IOException {
    String namespace = environment.get("BUS_CONNECTION_STRING");
    return namespace == null
        ? Bus.embedded(Path.of(environment.getOrDefault("PLATFORM_DATA_DIR", "data")))
        : new Bus(namespace, Map.of());
  }
}
