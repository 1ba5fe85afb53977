package factory.integration.adapter.jsonata;

import java.time.Duration;

/**
 * What one application of a mapping may cost.
 *
 * @param size longest input and result, in bytes of UTF-8
 * @param depth how deep calls may nest
 */
record MappingLimits(Duration timeout, int size, int depth) {

  /** Longest expression, in characters: reading it takes time that no limit interrupts. */
  static final int EXPRESSION = 16_384;

  /** Longest value within a mapping, which may make more than it answers. */
  int value() {
    return 8 * size;
  }

  /** Most that a mapping may make in all. */
  long total() {
    return 32L * size;
  }
}
