package factory.integration.adapter.vault;

import java.util.List;

/**
 * The master keys that open secrets.
 *
 * @param current the one that seals
 * @param others sealed before, or are going to seal on nodes that have begun to use them already
 */
record KeyRing(MasterKey current, List<MasterKey> others) {

  KeyRing {
    others = List.copyOf(others);
  }

  static KeyRing of(MasterKey only) {
    return new KeyRing(only, List.of());
  }

  /** The key that sealed; one that nobody has shows when the current one can't open. */
  MasterKey keyOf(byte[] envelope) {
    return others.stream().filter(key -> key.hasSealed(envelope)).findFirst().orElse(current);
  }
}
