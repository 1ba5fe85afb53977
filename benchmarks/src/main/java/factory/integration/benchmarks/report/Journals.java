package factory.integration.benchmarks.report;

import factory.integration.benchmarks.wire.LongLog;

/**
 * What generator and sink noted, all by sequence number and in nanoseconds of one clock.
 *
 * @param intended when each event was meant to be sent
 * @param accepted when its 202 came, 0 if none did
 * @param arrivals when it came first at each endpoint: slot {@code sequence * endpoints + endpoint}
 */
public record Journals(LongLog intended, LongLog accepted, LongLog arrivals, int endpoints) {

  long arrival(int sequence, int endpoint) {
    return arrivals.get(sequence * endpoints + endpoint);
  }
}
