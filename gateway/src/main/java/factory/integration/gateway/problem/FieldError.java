package factory.integration.gateway.problem;

/**
 * What is wrong with one field of a request.
 *
 * @param field its name, with dots between levels
 * @param message what is wrong and what would be right
 */
public record FieldError(String field, String message) {

  private static final int MAX_NAME = 128;

  public FieldError {
    if (field.length() > MAX_NAME) {
      field = field.substring(0, MAX_NAME) + "…";
    }
  }
}
