package factory.integration.gateway.credential;

import factory.integration.api.credential.CredentialType;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.HeaderRules;
import factory.integration.gateway.request.TextRules;
import java.util.List;
import java.util.Map;

/** Which fields each type of credential has, and what they must look like. */
enum CredentialFields {
  API_KEY(CredentialType.API_KEY, "value", List.of("header"), List.of("prefix")),
  BASIC(CredentialType.BASIC, "password", List.of("username"), List.of()),
  BEARER(CredentialType.BEARER, "token", List.of(), List.of()),
  CLIENT(
      CredentialType.OAUTH2_CLIENT_CREDENTIALS,
      "clientSecret",
      List.of("tokenUrl", "clientId"),
      List.of("audience", "clientProof")),
  REFRESH(
      CredentialType.OAUTH2_REFRESH_TOKEN,
      "refreshToken",
      List.of("tokenUrl", "clientId"),
      List.of("clientSecret", "audience", "clientProof")),
  HMAC(CredentialType.HMAC, "secret", List.of("header"), List.of("algorithm"));

  private static final int MAX_SECRET = 8_192;

  private final CredentialType type;
  private final String secretField;
  private final List<String> required;
  private final List<String> optional;

  CredentialFields(
      CredentialType type, String secretField, List<String> required, List<String> optional) {
    this.type = type;
    this.secretField = secretField;
    this.required = required;
    this.optional = optional;
  }

  static CredentialFields of(CredentialType type) {
    return switch (type) {
      case API_KEY -> API_KEY;
      case BASIC -> BASIC;
      case BEARER -> BEARER;
      case OAUTH2_CLIENT_CREDENTIALS -> CLIENT;
      case OAUTH2_REFRESH_TOKEN -> REFRESH;
      case HMAC -> HMAC;
    };
  }

  /** Which field holds what rotates. */
  String secretField() {
    return secretField;
  }

  void check(Map<String, String> given, FieldErrors errors) {
    for (String field : given.keySet()) {
      if (!field.equals(secretField) && !required.contains(field) && !optional.contains(field)) {
        errors.add(field, "does not belong to the type " + type.label());
      }
    }
    for (String field : required) {
      if (!given.containsKey(field)) {
        errors.add(field, "is required for the type " + type.label());
      }
    }
    if (!given.containsKey(secretField)) {
      errors.add(secretField, "is required for the type " + type.label());
    }
    given.forEach((field, text) -> checkText(field, text, errors));
  }

  static void checkText(String field, String text, FieldErrors errors) {
    switch (field) {
      case "header" -> HeaderRules.checkName(field, text, errors);
      case "value", "token", "refreshToken" -> checkVisible(field, text, errors);
      case "prefix" -> checkPrefix(text, errors);
      case "username" -> checkUsername(text, errors);
      case "algorithm" -> oneOf(field, text, List.of("sha256", "sha512"), errors);
      case "clientProof" -> oneOf(field, text, List.of("basic", "form"), errors);
      case "clientId", "audience" -> TextRules.check(field, text, 1_024, errors);
      case "tokenUrl" -> {}
      default -> TextRules.check(field, text, MAX_SECRET, errors);
    }
  }

  /** It becomes a part of a header. */
  private static void checkVisible(String field, String text, FieldErrors errors) {
    boolean isVisible = text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    if (text.isEmpty() || text.length() > MAX_SECRET || !isVisible) {
      errors.add(field, "must have 1 to " + MAX_SECRET + " visible ASCII characters");
    }
  }

  private static void checkPrefix(String text, FieldErrors errors) {
    if (text.length() > 64 || !text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      errors.add("prefix", "must have at most 64 visible ASCII characters or spaces");
    }
  }

  private static void checkUsername(String text, FieldErrors errors) {
    TextRules.check("username", text, TextRules.MAX_NAME, errors);
    if (text.indexOf(':') >= 0) {
      errors.add("username", "must not have a colon");
    }
  }

  private static void oneOf(String field, String text, List<String> allowed, FieldErrors errors) {
    if (!allowed.contains(text)) {
      errors.add(field, "must be one of " + String.join(", ", allowed));
    }
  }
}
