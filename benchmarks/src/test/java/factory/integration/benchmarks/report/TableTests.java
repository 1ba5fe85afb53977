package factory.integration.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTests {

  @Test
  void alignsItsColumns() {
    Table table = new Table("steady").row("offered", "%.1f/s", 1000.0).row("lost", "%d", 0);
    assertThat(table)
        .hasToString(
            """
            ### steady

            | Figure  | Value    |
            | ---     | ---      |
            | offered | 1000.0/s |
            | lost    | 0        |
            """);
  }
}
