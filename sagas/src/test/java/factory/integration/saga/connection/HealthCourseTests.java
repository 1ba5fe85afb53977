package factory.integration.saga.connection;

import static factory.integration.api.connection.ConnectionHealth.DEGRADED;
import static factory.integration.api.connection.ConnectionHealth.HEALTHY;
import static factory.integration.api.connection.ConnectionHealth.UNHEALTHY;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.connection.ConnectionHealth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthCourseTests {

  @Test
  void getsWorseByAndBy() {
    assertThat(course(HEALTHY, "xxxx")).containsExactly(DEGRADED, DEGRADED, UNHEALTHY, UNHEALTHY);
  }

  @Test
  void needsTwoProbesThatPassToBeWell() {
    assertThat(course(UNHEALTHY, "..")).containsExactly(UNHEALTHY, HEALTHY);
    assertThat(course(DEGRADED, ".x..")).containsExactly(DEGRADED, DEGRADED, DEGRADED, HEALTHY);
  }

  @Test
  void countsFailuresInARowOnly() {
    assertThat(course(HEALTHY, "xx.xx.x"))
        .containsExactly(DEGRADED, DEGRADED, DEGRADED, DEGRADED, DEGRADED, DEGRADED, DEGRADED);
  }

  @Test
  void staysUnhealthyWhileOthersPassBetween() {
    assertThat(course(UNHEALTHY, "x.x.")).containsOnly(UNHEALTHY);
  }

  /** The health after each probe: x for one that failed. */
  private static List<ConnectionHealth> course(ConnectionHealth start, String probes) {
    List<ConnectionHealth> seen = new ArrayList<>();
    HealthCourse course = HealthCourse.from(start);
    for (char probe : probes.toCharArray()) {
      course = probe == 'x' ? course.failed() : course.passed();
      seen.add(course.health());
    }
    return seen;
  }
}
