package factory.integration.gateway.run;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The fields of a run that is asked for. */
enum RunField {
  CONNECTION_ID("connectionId"),
  OPERATION("operation"),
  INPUT("input"),
  IDEMPOTENCY_KEY("idempotencyKey"),
  PROJECT_ID("projectId"),
  MODULE_ID("moduleId");

  private final String label;

  RunField(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  static Optional<RunField> labelled(String label) {
    return Arrays.stream(values()).filter(field -> field.label.equals(label)).findAny();
  }

  static String allLabels() {
    return Arrays.stream(values()).map(RunField::label).sorted().collect(Collectors.joining(", "));
  }
}
