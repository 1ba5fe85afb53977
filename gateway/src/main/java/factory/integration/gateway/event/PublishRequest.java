package factory.integration.gateway.event;

import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.problem.RequestRefused;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stood in one event to publish, and what was wrong with it; filled while it is read. */
public final class PublishRequest {

  private final Set<PublishField> seen = EnumSet.noneOf(PublishField.class);
  private final Map<PublishField, String> texts = new EnumMap<>(PublishField.class);
  private final Map<String, String> customHeaders = new LinkedHashMap<>(0);
  private final List<String> eventTypes = new ArrayList<>(0);
  private final FieldErrors errors = new FieldErrors();
  private @Nullable RequestRefused refusal;

  static PublishRequest refused(RequestRefused refusal) {
    PublishRequest request = new PublishRequest();
    request.refuse(refusal);
    return request;
  }

  /** Whether the field comes for the first time; a second spelling of it is an error. */
  boolean isFirst(PublishField field) {
    return seen.add(field);
  }

  public void put(PublishField field, String text) {
    texts.put(field, text);
  }

  public @Nullable String text(PublishField field) {
    return texts.get(field);
  }

  /** Whether the field stands there with a value. */
  public boolean has(PublishField field) {
    return texts.containsKey(field);
  }

  Map<String, String> customHeaders() {
    return customHeaders;
  }

  List<String> eventTypes() {
    return eventTypes;
  }

  public FieldErrors errors() {
    return errors;
  }

  void refuse(RequestRefused reason) {
    refusal = reason;
  }

  /** Ends here when the request can't be used at all. */
  void refuseIfUnusable() {
    if (refusal != null) {
      throw refusal;
    }
  }
}
