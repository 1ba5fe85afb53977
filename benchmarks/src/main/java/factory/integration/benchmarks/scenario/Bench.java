package factory.integration.benchmarks.scenario;

import factory.integration.benchmarks.load.BodySignature;
import factory.integration.benchmarks.load.GeneratorProcess;
import factory.integration.benchmarks.platform.LagSampler;
import factory.integration.benchmarks.platform.ManagementApi;
import factory.integration.benchmarks.platform.Platform;
import factory.integration.benchmarks.report.Costs;
import factory.integration.benchmarks.report.Figures;
import factory.integration.benchmarks.report.Journals;
import factory.integration.benchmarks.report.Measurement;
import factory.integration.benchmarks.sink.SinkProcess;
import factory.integration.benchmarks.wire.ChildProcess;
import factory.integration.benchmarks.wire.LongLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The platform with a sink and a generator beside it, each a process of its own. */
final class Bench implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(20);

  private final Platform platform;
  private final ManagementApi api;
  private final Path directory;
  private final int endpoints;
  private final ChildProcess sink;
  private final SinkPorts ports;
  private final ChildProcess generator;

  private record SinkPorts(long answering, long hanging) {}

  Bench(Platform platform, Path directory, int endpoints) throws IOException {
    this.platform = platform;
    this.api = platform.api();
    this.directory = directory;
    this.endpoints = endpoints;
    this.sink =
        ChildProcess.start("sink", SinkProcess.class, Map.of(), Integer.toString(endpoints));
    var said = sink.nextAnswer(START);
    this.ports = new SinkPorts(said.number("main"), said.number("hanging"));
    this.generator =
        ChildProcess.start(
            "generator",
            GeneratorProcess.class,
            Map.of(GeneratorProcess.KEY, platform.apiKey()),
            Integer.toString(platform.port()));
    generator.nextAnswer(START);
    sink.requireSharedClock();
    generator.requireSharedClock();
  }

  Platform platform() {
    return platform;
  }

  /** Subscribes the sink's answering endpoints to the load's events. */
  void subscribe() {
    for (int endpoint = 0; endpoint < endpoints; endpoint++) {
      api.subscribe("http://127.0.0.1:" + ports.answering() + "/e/" + endpoint, Load.TYPE);
    }
  }

  /** Creates an inbound source whose webhooks become the load's events; answers its id. */
  String createSource() {
    return api.createSource(BodySignature.SECRET, Load.TYPE);
  }

  /** Connects to the sink as to a provider; answers the connection's id. */
  String connect() {
    return api.connect("http://127.0.0.1:" + ports.answering());
  }

  /** Subscribes an endpoint that takes requests and never answers. */
  void subscribeHanging() {
    api.subscribe("http://127.0.0.1:" + ports.hanging() + "/hang", Load.HANGING_TYPE);
  }

  /** Runs a load that doesn't count, and waits until it is delivered and in the views. */
  Load.Done warmUp(Load load) throws InterruptedException {
    long before = delivered();
    Load.Done done = run(load);
    awaitDelivered(before, done);
    awaitViews();
    return done;
  }

  /** Runs a load whose deliveries never end, and waits until all of them are due. */
  void fill(Load load) throws InterruptedException {
    run(load);
    awaitViews();
  }

  private Load.Done run(Load load) {
    return Load.Done.of(generator.ask(load.command(), load.patience()));
  }

  /** Runs a load, waits until it is delivered and seen by the views, and reads the journals. */
  Measurement measure(Load load) throws IOException, InterruptedException {
    long deliveredBefore = delivered();
    long duplicatesBefore = sink.ask("count").number("duplicates");
    Costs before = costs();
    Load.Done done;
    Map<String, Long> worstLag;
    try (LagSampler sampler = new LagSampler(api)) {
      done = run(load);
      worstLag = sampler.worst();
    }
    Costs loaded = costs().since(before);
    awaitDelivered(deliveredBefore, done);
    awaitViews();
    Costs complete = costs().since(before);
    return new Measurement(
        Figures.of(journals(), done.window()),
        loaded,
        complete,
        sink.ask("count").number("duplicates") - duplicatesBefore,
        done.reconnects(),
        (complete.nanos() - loaded.nanos()) / 1e9,
        worstLag);
  }

  Costs costs() {
    return Costs.now(platform, sink.pid(), generator.pid());
  }

  private Journals journals() throws IOException {
    Path intended = directory.resolve("intended");
    Path accepted = directory.resolve("accepted");
    Path arrivals = directory.resolve("arrivals");
    generator.ask("journal intended=" + intended + " accepted=" + accepted);
    sink.ask("journal file=" + arrivals);
    return new Journals(
        LongLog.readFrom(intended),
        LongLog.readFrom(accepted),
        LongLog.readFrom(arrivals),
        endpoints);
  }

  private long delivered() {
    return sink.ask("count").number("delivered");
  }

  private void awaitDelivered(long before, Load.Done done) throws InterruptedException {
    Patience.whileProgressing(this::delivered, before + done.accepted() * endpoints);
  }

  private void awaitViews() throws InterruptedException {
    Patience.whileProgressing(() -> -LagSampler.largest(api), 0);
    Patience.whileProgressing(() -> -api.outcomesToStore(), 0);
    Patience.whileProgressing(() -> -LagSampler.largest(api), 0);
  }

  @Override
  public void close() {
    generator.close();
    sink.close();
    platform.close();
  }
}
