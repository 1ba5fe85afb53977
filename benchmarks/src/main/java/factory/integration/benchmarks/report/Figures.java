package factory.integration.benchmarks.report;

/** What the journals say about one window. */
public final class Figures {

  private final int events;
  private final long start;
  private final long stop;
  private final Latencies accept = new Latencies();
  private final Latencies publishToSink = new Latencies();
  private final Latencies acceptedToSink = new Latencies();
  private int accepted;
  private int acceptedInTime;
  private int delivered;
  private int deliveredInTime;
  private int lost;
  private long lastArrival;

  private Figures(Window window, long stop) {
    this.events = window.events();
    this.start = window.startNanos();
    this.stop = stop;
    this.lastArrival = stop;
  }

  /** Reads the window's events, each of which every endpoint of the sink should have got. */
  public static Figures of(Journals journals, Window window) {
    long lastIntended = journals.intended().get(Math.max(window.first(), window.end() - 1));
    Figures figures = new Figures(window, Math.max(lastIntended, window.startNanos() + 1));
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
      acceptedInTime += answered <= stop ? 1 : 0;
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
    deliveredInTime += arrived <= stop ? 1 : 0;
    lastArrival = Math.max(lastArrival, arrived);
    publishToSink.add(arrived - intended);
    if (answered != 0) {
      acceptedToSink.add(arrived - answered);
    }
  }

  /** Events over the time in which they were meant to be sent. */
  public double offeredPerSecond() {
    return events / seconds(stop);
  }

  /** 202s that came before the last event was meant to be sent, over the same time. */
  public double acceptedPerSecond() {
    return acceptedInTime / seconds(stop);
  }

  /** Deliveries that came before the last event was meant to be sent, over the same time. */
  public double deliveredPerSecond() {
    return deliveredInTime / seconds(stop);
  }

  /** All deliveries over the time until the last one came. */
  public double completedPerSecond() {
    return delivered / seconds(lastArrival);
  }

  /** From the time that the last event was meant to be sent to the last arrival. */
  public double drainSeconds() {
    return (lastArrival - stop) / 1e9;
  }

  /** Events that were not answered with 202. */
  public int notAccepted() {
    return events - accepted;
  }

  private double seconds(long until) {
    return (until - start) / 1e9;
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
