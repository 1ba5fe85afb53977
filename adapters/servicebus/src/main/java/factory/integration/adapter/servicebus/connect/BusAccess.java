package factory.integration.adapter.servicebus.connect;

import com.azure.core.credential.TokenCredential;

/** What proves to the bus who connects. */
public sealed interface BusAccess {

  /** A shared access key. */
  record SharedKey(String name, String key) implements BusAccess {

    @Override
    public String toString() {
      return "SharedKey[%s]".formatted(name);
    }
  }

  /** Tokens of Entra ID. */
  record Tokens(TokenCredential credential) implements BusAccess {}
}
