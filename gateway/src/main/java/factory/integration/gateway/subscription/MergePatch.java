package factory.integration.gateway.subscription;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Applies a merge patch (RFC 7396) to the JSON of what somebody chose. */
public final class MergePatch {

  private MergePatch() {}

  /** Changes the document as the patch says. */
  public static void apply(ObjectNode document, ObjectNode patch) {
    dropAlternatives(document, patch);
    merge(document, patch);
  }

  /** Another type of auth, or a count of retries, takes the place of what stands there. */
  private static void dropAlternatives(ObjectNode document, ObjectNode patch) {
    JsonNode type = patch.path("auth").path("type");
    if (!type.isMissingNode() && !type.equals(document.path("auth").path("type"))) {
      document.remove("auth");
    }
    if (patch.path("retryPolicy").has(RetryPolicyForm.RETRIES)) {
      document.remove("retryPolicy");
    }
  }

  /** Merges a patch into any JSON object: what stands in it changes, null removes. */
  public static void merge(ObjectNode target, ObjectNode patch) {
    patch.forEachEntry(
        (name, value) -> {
          if (value.isNull()) {
            target.remove(name);
          } else if (value instanceof ObjectNode change) {
            merge(objectAt(target, name), change);
          } else {
            target.set(name, value);
          }
        });
  }

  private static ObjectNode objectAt(ObjectNode target, String name) {
    return target.get(name) instanceof ObjectNode object ? object : target.putObject(name);
  }
}
