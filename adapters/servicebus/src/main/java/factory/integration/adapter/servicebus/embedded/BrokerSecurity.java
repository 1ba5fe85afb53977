package factory.integration.adapter.servicebus.embedded;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;
import org.jspecify.annotations.Nullable;

/** Knows one user, who may do what some role may do at an address. */
final class BrokerSecurity implements ActiveMQSecurityManager {

  private final byte[] key;

  BrokerSecurity(String key) {
    this.key = key.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean validateUser(@Nullable String user, @Nullable String password) {
    return ConnectionStringFile.KEY_NAME.equals(user)
        && password != null
        && MessageDigest.isEqual(key, password.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean validateUserAndRole(
      @Nullable String user, @Nullable String password, Set<Role> roles, CheckType checkType) {
    return validateUser(user, password) && roles.stream().anyMatch(checkType::hasRole);
  }
}
