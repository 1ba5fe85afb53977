package factory.integration.saga.connection;

import factory.integration.api.connection.ConnectionId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the health of connections from probe to probe, and records it where it changed. */
final class ConnectionWatch {

  private static final Logger log = LoggerFactory.getLogger(ConnectionWatch.class);

  private final ProviderProbes probes;
  private final HealthRecorder recorder;
  private final Map<ConnectionId, HealthCourse> courses = new ConcurrentHashMap<>();

  ConnectionWatch(ProviderProbes probes, HealthRecorder recorder) {
    this.probes = probes;
    this.recorder = recorder;
  }

  /** Probes once; whatever goes wrong, the next probe tries again. */
  void probe(EstablishedConnection connection) {
    try {
      Probe probe = probes.probe(connection.tenant(), connection.settings());
      HealthCourse course = next(connection, probe.check().passed());
      if (course.health() != connection.health()) {
        recorder.record(connection, course.health(), probe);
        log.info(
            "{} is {}: {}", connection.connectionId(), course.health(), probe.check().detail());
      }
    } catch (RuntimeException e) {
      log.warn("{} could not be probed: {}", connection.connectionId(), e.toString());
    }
  }

  void forgetOthers(Set<ConnectionId> known) {
    courses.keySet().retainAll(known);
  }

  private HealthCourse next(EstablishedConnection connection, boolean passed) {
    HealthCourse before =
        courses.getOrDefault(connection.connectionId(), HealthCourse.from(connection.health()));
    HealthCourse after = passed ? before.passed() : before.failed();
    courses.put(connection.connectionId(), after);
    return after;
  }
}
