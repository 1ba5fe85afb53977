package factory.integration.gateway.subscription;

import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.delivery.RetryPolicy;
import factory.integration.gateway.problem.FieldErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Retry policies in JSON: a preset's name, {@code {"delaysSeconds", "giveUpAfterSeconds"}} or
 * {@code {"retries"}}.
 */
public final class RetryPolicyForm {

  private static final String FIELD = "retryPolicy";
  private static final String DELAYS = "delaysSeconds";
  private static final String GIVE_UP = "giveUpAfterSeconds";
  static final String RETRIES = "retries";
  private static final Set<String> KNOWN = Set.of(DELAYS, GIVE_UP, RETRIES);

  private RetryPolicyForm() {}

  /** The policy, {@code standard} when none is given; null and an error where it is none. */
  public static @Nullable RetryPolicy read(@Nullable JsonNode json, FieldErrors errors) {
    if (json == null || json.isNull()) {
      return RetryPolicies.STANDARD;
    }
    return errors.attempt(FIELD, () -> json.isString() ? named(json.asString()) : written(json));
  }

  private static RetryPolicy named(String name) {
    return RetryPolicies.named(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "must be standard, avvyr or sevenDays, or an object with delaysSeconds"));
  }

  private static RetryPolicy written(JsonNode json) {
    if (!json.isObject() || !KNOWN.containsAll(json.propertyNames())) {
      throw new IllegalArgumentException(
          "must be a preset's name or an object with delaysSeconds and giveUpAfterSeconds, or with"
              + " retries alone");
    }
    if (!json.has(RETRIES)) {
      return RetryPolicy.custom(delays(json.path(DELAYS)), optionalLong(json.path(GIVE_UP)));
    }
    if (json.size() > 1) {
      throw new IllegalArgumentException("has retries, which excludes the other fields");
    }
    return RetryPolicies.counted((int) Math.min(wholeNumber(json.path(RETRIES)), 1_000));
  }

  private static List<Long> delays(JsonNode json) {
    if (!json.isArray()) {
      throw new IllegalArgumentException("needs delaysSeconds, a list that may be empty");
    }
    List<Long> delays = new ArrayList<>();
    json.forEach(delay -> delays.add(wholeNumber(delay)));
    return delays;
  }

  private static @Nullable Long optionalLong(JsonNode json) {
    return json.isMissingNode() || json.isNull() ? null : wholeNumber(json);
  }

  private static long wholeNumber(JsonNode json) {
    if (!json.isIntegralNumber() || !json.canConvertToLong()) {
      throw new IllegalArgumentException("must hold whole numbers");
    }
    return json.asLong();
  }

  /** The policy as it can be sent again. */
  public static JsonNode write(RetryPolicy policy) {
    if (RetryPolicies.named(policy.name()).isPresent()) {
      return JsonNodeFactory.instance.stringNode(policy.name());
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    policy.delaysSeconds().forEach(json.putArray(DELAYS)::add);
    if (policy.giveUpAfterSeconds() != null) {
      json.put(GIVE_UP, policy.giveUpAfterSeconds());
    }
    return json;
  }
}
