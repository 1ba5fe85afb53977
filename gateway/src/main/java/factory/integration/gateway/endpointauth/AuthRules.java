package factory.integration.gateway.endpointauth;

import factory.integration.api.subscription.EndpointAuth;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.HeaderRules;
import factory.integration.gateway.request.TextRules;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an authentication must look like, type by type. */
public final class AuthRules {

  private static final int MAX_SECRET = 1_024;

  /** The platform's own headers are not for others, this one excepted: receivers know it so. */
  private static final String HMAC_HEADER = "x-webhook-signature";

  private AuthRules() {}

  /** Checks what was sent against what is stored; a masked secret needs one that can stay. */
  public static void check(@Nullable AuthForm form, EndpointAuth stored, FieldErrors errors) {
    if (form == null) {
      return;
    }
    AuthType type = AuthType.labelled(form.type()).orElse(null);
    if (type == null) {
      errors.add("auth.type", "must be one of " + String.join(", ", AuthType.labels()));
      return;
    }
    Map<String, String> given = form.given();
    checkFields(type, given, errors);
    checkSecret(type, given, stored, errors);
    given.forEach((field, text) -> checkText(field, text, errors));
    checkScopes(type, form.scopes(), errors);
  }

  private static void checkScopes(
      AuthType type, @Nullable List<String> scopes, FieldErrors errors) {
    if (scopes == null) {
      return;
    }
    if (type != AuthType.OAUTH2) {
      errors.add("auth.scopes", "does not belong to the type " + type.label());
    }
    for (String scope : scopes) {
      TextRules.check("auth.scopes", scope, TextRules.MAX_NAME, errors);
      if (scope == null || scope.indexOf(' ') >= 0) {
        errors.add("auth.scopes", "must hold one scope in each entry, without spaces");
      }
    }
  }

  private static void checkFields(AuthType type, Map<String, String> given, FieldErrors errors) {
    for (String field : given.keySet()) {
      if (!type.allows(field)) {
        errors.add("auth." + field, "does not belong to the type " + type.label());
      }
    }
    for (String field : type.otherFields()) {
      if (!given.containsKey(field)) {
        errors.add("auth." + field, "is required for the type " + type.label());
      }
    }
  }

  private static void checkSecret(
      AuthType type, Map<String, String> given, EndpointAuth stored, FieldErrors errors) {
    String field = type.secretField();
    if (field == null) {
      return;
    }
    String secret = given.get(field);
    if (secret == null) {
      errors.add("auth." + field, "is required for the type " + type.label());
    } else if (secret.equals(AuthForm.MASK) && !type.isTypeOf(stored)) {
      errors.add("auth." + field, "must be given, since there is none to keep");
    }
  }

  private static void checkText(String field, String text, FieldErrors errors) {
    String path = "auth." + field;
    switch (field) {
      case "header" -> checkHeader(path, text, errors);
      case "token", "value" -> HeaderRules.checkValue(path, text, errors);
      case "username" -> checkUsername(path, text, errors);
      case "clientProof" -> {
        if (!text.equals("basic") && !text.equals("form")) {
          errors.add(path, "must be basic or form");
        }
      }
      case "algorithm" -> {
        if (!text.equals("sha256") && !text.equals("sha512")) {
          errors.add(path, "must be sha256 or sha512");
        }
      }
      default -> TextRules.check(path, text, MAX_SECRET, errors);
    }
  }

  private static void checkHeader(String path, String text, FieldErrors errors) {
    if (!text.equalsIgnoreCase(HMAC_HEADER)) {
      HeaderRules.checkName(path, text, errors);
    }
  }

  private static void checkUsername(String path, String text, FieldErrors errors) {
    TextRules.check(path, text, TextRules.MAX_NAME, errors);
    if (text.indexOf(':') >= 0) {
      errors.add(path, "must not have a colon");
    }
  }
}
