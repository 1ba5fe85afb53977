package factory.integration.benchmarks.report;

/** What the journals say about one window. */
public final class Figures {

  private final Window window;
  private final Latencies accept = new Latencies();
  private final Latencies publishToSink = new Latencies();
  private final Latencies acceptedToSink = new Latencies();
  private int accepted;
  private int delivered;
  private int deliveredInTime;
  private int lost;
  private long lastArrival;

  private Figures(Window window) {
    this.window = window;
    this.lastArrival = window.stopNanos();
  }

  /** Reads the window's events, each of which every endpoint of the sink should have got. */
  public static Figures of(Journals journals, Window window) {
    Figures figures = new Figures(window);
    for (int sequence = window.first(); sequence < window.end(); sequence++) {
      figures.addEvent(journals, sequence);
    }
    return figures;
  }

  private void addEvent(Journals journals, int sequence) {
    long intended = journals.intended().get(sequence);
    long answered = journals.accepted().get(sequence);
    if (answered != 0) {
      accepted++;
      accept.add(answered - intended);
    }
    for (int endpoint = 0; endpoint < journals.endpoints(); endpoint++) {
      addDelivery(intended, answered, journals.arrival(sequence, endpoint));
    }
  }

  private void addDelivery(long intended, long answered, long arrived) {
    if (arrived == 0) {
      lost += answered == 0 ? 0 : 1;
      return;
    }
    delivered++;
    deliveredInTime += window.contains(arrived) ? 1 : 0;
    lastArrival = Math.max(lastArrival, arrived);
    publishToSink.add(arrived - intended);
    if (answered != 0) {
      acceptedToSink.add(arrived - answered);
    }
  }

  public double offeredPerSecond() {
    return window.events() / window.seconds();
  }

  public double acceptedPerSecond() {
    return accepted / window.seconds();
  }

  /** Deliveries that came before the load stopped. */
  public double deliveredPerSecond() {
    return deliveredInTime / window.seconds();
  }

  /** All deliveries over the time until the last one came. */
  public double completedPerSecond() {
    return delivered / (window.seconds() + drainSeconds());
  }

  /** From the end of the load, when the last answer was in, to the last arrival. */
  public double drainSeconds() {
    return (lastArrival - window.stopNanos()) / 1e9;
  }

  /** Events that were not answered with 202. */
  public int notAccepted() {
    return window.events() - accepted;
  }

  public int delivered() {
    return delivered;
  }

  /** Deliveries of accepted events that never came. */
  public int lost() {
    return lost;
  }

  public Latencies accept() {
    return accept;
  }

  public Latencies publishToSink() {
    return publishToSink;
  }

  public Latencies acceptedToSink() {
    return acceptedToSink;
  }
}
