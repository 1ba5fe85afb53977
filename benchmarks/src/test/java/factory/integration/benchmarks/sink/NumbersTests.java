package factory.integration.benchmarks.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NumbersTests {

  @Test
  void readsTheEndpointFromThePath() {
    assertThat(Numbers.endpoint(request("POST /e/17 HTTP/1.1\r\n"))).isEqualTo(17);
    assertThat(Numbers.endpoint(request("POST /e/0 HTTP/1.1\r\n"))).isZero();
    assertThat(Numbers.endpoint(request("POST /e2/hook HTTP/1.1\r\n"))).isZero();
  }

  @Test
  void readsTheSequenceNumberFromTheBody() {
    ByteBuffer request =
        request("{\"type\":\"orderCreated\",\"data\":{\"seq\":\"0000001234\",\"id\":\"o\"}}");
    assertThat(Numbers.sequence(request, 0)).isEqualTo(1234);
  }

  @Test
  void answersMinusOneWithoutASequenceNumber() {
    assertThat(Numbers.sequence(request("{\"type\":\"x\",\"se\":\"seq\"}"), 0)).isEqualTo(-1);
    assertThat(Numbers.sequence(request(""), 0)).isEqualTo(-1);
  }

  private static ByteBuffer request(String text) {
    return ByteBuffer.allocate(1024).put(text.getBytes(StandardCharsets.US_ASCII));
  }
}
