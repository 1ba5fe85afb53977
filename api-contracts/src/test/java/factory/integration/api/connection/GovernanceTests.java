package factory.integration.api.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GovernanceTests {

  @Test
  void allowsEverythingUnlessOperationsAreNamed() {
    assertThat(Governance.OPEN.allows("CreateOrder")).isTrue();
    Governance named = new Governance(List.of("GetContact"), List.of(), Map.of(), null, null);
    assertThat(named.allows("GetContact")).isTrue();
    assertThat(named.allows("CreateOrder")).isFalse();
  }

  @Test
  void asksASecondPersonForNamedOperationsAlone() {
    Governance named = new Governance(List.of(), List.of("CreateOrder"), Map.of(), null, null);
    assertThat(named.needsApproval("CreateOrder")).isTrue();
    assertThat(named.needsApproval("GetContact")).isFalse();
    assertThat(Governance.OPEN.needsApproval("CreateOrder")).isFalse();
  }

  @Test
  void allowsAtLeastOneCallASecond() {
    assertThat(new Governance(List.of(), List.of(), Map.of(), null, 1).callsPerSecond()).isOne();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Governance(List.of(), List.of(), Map.of(), null, 0))
        .withMessage("callsPerSecond is at least 1, not 0");
  }
}
