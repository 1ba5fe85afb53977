package factory.integration.api.apiclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiOperationTests {

  @ParameterizedTest
  @CsvSource({"199, false", "200, true", "299, true", "300, false"})
  void succeedsWith2xxUnlessStatusesAreNamed(int status, boolean succeeds) {
    assertThat(operation(List.of(), Set.of()).succeedsWith(status)).isEqualTo(succeeds);
  }

  @Test
  void succeedsWithTheStatusesThatAreNamed() {
    ApiOperation operation =
        operation(List.of(StatusRange.of("201"), StatusRange.of("404-410")), Set.of());

    assertThat(operation.succeedsWith(201)).isTrue();
    assertThat(operation.succeedsWith(405)).isTrue();
    assertThat(operation.succeedsWith(200)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"400, false", "404, false", "408, true", "425, true", "429, true", "500, true"})
  void retriesPassingFaultsUnlessStatusesAreNamed(int status, boolean retries) {
    assertThat(operation(List.of(), Set.of()).retries(status)).isEqualTo(retries);
    assertThat(operation(List.of(), Set.of(409)).retries(status)).isFalse();
    assertThat(operation(List.of(), Set.of(409)).retries(409)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2xx", "99", "600", "200-", "300-200", "200 - 299"})
  void refusesStatusesThatAreNone(String text) {
    assertThatThrownBy(() -> StatusRange.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static ApiOperation operation(List<StatusRange> success, Set<Integer> retriable) {
    return new ApiOperation(
        "Get", "GET", "/", Map.of(), Map.of(), null, null, null, success, null, null, null, 15,
        retriable);
  }
}
