package factory.integration.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import factory.integration.benchmarks.wire.Commands.Command;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CommandsTests {

  @Test
  void readsWordAndValues() {
    Command command = Command.parse("open rate=1000 file=/tmp/a=b");
    assertThat(command.word()).isEqualTo("open");
    assertThat(command.number("rate")).isEqualTo(1000);
    assertThat(command.text("file")).isEqualTo("/tmp/a=b");
  }

  @Test
  void saysWhatIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Command.parse("open").number("rate"))
        .withMessage("open needs rate=…");
  }

  @Test
  void answersEachLineAndTheClock() throws IOException {
    var out = new ByteArrayOutputStream();
    var in = new ByteArrayInputStream("ping\nclock\n".getBytes(StandardCharsets.UTF_8));
    Commands.serve(in, new PrintStream(out), command -> "pong to=" + command.word());
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .satisfiesExactly(
            first -> assertThat(first).isEqualTo("pong to=ping"),
            second -> assertThat(Command.parse(second).number("nanos")).isNotZero());
  }
}
