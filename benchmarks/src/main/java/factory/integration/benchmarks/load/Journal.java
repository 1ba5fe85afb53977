package factory.integration.benchmarks.load;

import factory.integration.benchmarks.wire.LongLog;
import java.io.IOException;
import java.nio.file.Path;

/**
 * When each event was meant to be sent and when its 202 came. The sending thread notes the former,
 * the receiving thread the rest.
 */
final class Journal {

  private static final int ACCEPTED = 202;

  private final LongLog intended = new LongLog();
  private final LongLog accepted = new LongLog();
  private volatile long sent;
  private volatile long answered;
  private volatile long acceptedCount;
  private volatile long broken;
  private volatile long reconnects;

  void sending(long sequence, long intendedNanos) {
    intended.set(Math.toIntExact(sequence), intendedNanos);
    sent++;
  }

  /** Notes an answer by its status, or a connection that broke before the answer by -1. */
  void answered(long sequence, int status, long now) {
    if (status == ACCEPTED) {
      accepted.set(Math.toIntExact(sequence), now);
      acceptedCount++;
    } else if (status < 0) {
      broken++;
    }
    answered++;
  }

  void reconnected() {
    reconnects++;
  }

  /** The sequence number of the next event. */
  long next() {
    return sent;
  }

  boolean hasUnanswered() {
    return answered < sent;
  }

  /** Counts what was not answered as broken: its connections are closed. */
  void giveUpUnanswered() {
    broken += sent - answered;
    answered = sent;
  }

  /** The counts so far. */
  Counts counts() {
    return new Counts(sent, acceptedCount, answered - acceptedCount - broken, broken, reconnects);
  }

  void writeTo(Path intendedFile, Path acceptedFile) throws IOException {
    intended.writeTo(intendedFile);
    accepted.writeTo(acceptedFile);
  }

  /** Events sent, answered with 202, answered otherwise, not answered; connections made anew. */
  record Counts(long sent, long accepted, long refused, long broken, long reconnects) {

    Counts since(Counts earlier) {
      return new Counts(
          sent - earlier.sent,
          accepted - earlier.accepted,
          refused - earlier.refused,
          broken - earlier.broken,
          reconnects - earlier.reconnects);
    }

    @Override
    public String toString() {
      return "sent=%d accepted=%d refused=%d broken=%d reconnects=%d"
          .formatted(sent, accepted, refused, broken, reconnects);
    }
  }
}
