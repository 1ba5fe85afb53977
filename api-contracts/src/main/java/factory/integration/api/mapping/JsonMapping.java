package factory.integration.api.mapping;

/**
 * Turns one JSON text into another by an expression that a user wrote. Every method is safe for use
 * by many threads, and ends within its limits whatever the expression does.
 */
public interface JsonMapping {

  /**
   * Applies the expression.
   *
   * @return JSON text; {@code null} as text where the expression finds nothing
   * @throws MappingFailed when it cannot be applied within the limits
   */
  String apply(String expression, String inputJson);

  /**
   * Reads the expression without applying it.
   *
   * @throws MappingFailed of kind {@code INVALID} or {@code TOO_LARGE} when it is none
   */
  void check(String expression);
}
