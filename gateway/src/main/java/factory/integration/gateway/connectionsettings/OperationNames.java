package factory.integration.gateway.connectionsettings;

import factory.integration.api.apiclient.ApiClientDefinition;
import factory.integration.api.apiclient.ApiOperation;
import factory.integration.gateway.problem.FieldErrors;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The operations that a client has; where the client is unknown nothing is said about them. */
record OperationNames(@Nullable Set<String> known) {

  static OperationNames of(@Nullable ApiClientDefinition client) {
    return new OperationNames(
        client == null
            ? null
            : client.operations().stream()
                .map(ApiOperation::name)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  void check(String field, @Nullable String name, FieldErrors errors) {
    if (name == null) {
      errors.add(field, "is required: the name of an operation of the client");
    } else if (known != null && !known.contains(name)) {
      errors.add(field, "is no operation of the client; it has " + String.join(", ", known));
    }
  }

  /** The names; each of them is checked. */
  List<String> read(String field, @Nullable List<@Nullable String> names, FieldErrors errors) {
    if (names == null) {
      return List.of();
    }
    for (int i = 0; i < names.size(); i++) {
      check(field + "." + i, names.get(i), errors);
    }
    return errors.isEmpty() ? List.copyOf(names) : List.of();
  }
}
