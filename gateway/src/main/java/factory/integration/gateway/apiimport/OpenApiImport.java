package factory.integration.gateway.apiimport;

import factory.integration.gateway.apiclient.ApiClientRequest;
import factory.integration.gateway.apiclient.OperationForm;
import factory.integration.gateway.problem.FieldErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns chosen operations of a document into what a caller could have sent by hand. */
final class OpenApiImport {

  private static final int MAX_DESCRIPTION = 1_024;

  private OpenApiImport() {}

  /** The client, or a refusal that names every operation that can't be taken. */
  static ApiClientRequest read(ImportRequest request) {
    FieldErrors errors = new FieldErrors();
    OpenApiDocument document =
        errors.attempt("document", () -> OpenApiDocument.read(request.document()));
    List<String> ids = Objects.requireNonNullElse(request.operationIds(), List.of());
    if (ids.isEmpty()) {
      errors.add("operationIds", "must name at least one operation");
    }
    errors.refuseIfAny();
    List<OperationForm> operations = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      add(Objects.requireNonNull(document), ids.get(i), "operationIds." + i, operations, errors);
    }
    errors.refuseIfAny();
    return new ApiClientRequest(
        request.providerId(),
        request.name(),
        request.version() == null ? document.version() : request.version(),
        cut(document.title()),
        operations);
  }

  private static void add(
      OpenApiDocument document,
      String id,
      String field,
      List<OperationForm> operations,
      FieldErrors errors) {
    Optional<OpenApiDocument.Found> found = document.operation(id);
    if (found.isEmpty()) {
      errors.add(field, "the document has no operation " + id);
      return;
    }
    OperationForm form =
        errors.attempt(field, () -> new OperationImport(document, found.get()).form(id));
    if (form != null) {
      operations.add(form);
    }
  }

  private static @Nullable String cut(@Nullable String title) {
    if (title == null || title.isBlank()) {
      return null;
    }
    String line = title.replaceAll("\\p{Cntrl}", " ").strip();
    return line.length() > MAX_DESCRIPTION ? line.substring(0, MAX_DESCRIPTION) : line;
  }
}
