package factory.integration.gateway.inboundsource;

import factory.integration.api.inbound.InboundVerification;
import factory.integration.api.inbound.SignatureAlgorithm;
import factory.integration.api.inbound.SignatureEncoding;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.TextRules;
import factory.integration.gateway.verification.SignedContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a verification out of what was sent, and says all that is wrong with it. */
final class VerificationReader {

  private static final String FIELD = "verification";
  private static final int DEFAULT_TOLERANCE = 300;
  private static final int MAX_TOLERANCE = 86_400;
  private static final int MAX_TEMPLATE = 256;
  private static final int MAX_PREFIX = 64;
  private static final String TOLERANCE = "toleranceSeconds";

  private final VerificationForm form;
  private final FieldErrors errors;

  private VerificationReader(VerificationForm form, FieldErrors errors) {
    this.form = form;
    this.errors = errors;
  }

  /** The verification; null and errors where it is missing or wrong. */
  static @Nullable InboundVerification read(@Nullable VerificationForm form, FieldErrors errors) {
    if (form == null) {
      errors.add(FIELD, "is required, such as {\"type\": \"github\"}");
      return null;
    }
    return new VerificationReader(form, errors).read();
  }

  private @Nullable InboundVerification read() {
    int tolerance = tolerance();
    return switch (String.valueOf(form.type())) {
      case "github" -> only(Set.of(), new InboundVerification.GitHub());
      case "stripe" -> only(Set.of(TOLERANCE), new InboundVerification.Stripe(tolerance));
      case "shopify" -> only(Set.of(), new InboundVerification.Shopify());
      case "slack" -> only(Set.of(TOLERANCE), new InboundVerification.Slack(tolerance));
      case "standardWebhooks" ->
          only(Set.of(TOLERANCE), new InboundVerification.StandardWebhooks(tolerance));
      case "hmac" -> hmac(tolerance);
      case "basic" -> only(Set.of("username"), new InboundVerification.Basic(username()));
      case "apiKey" ->
          only(Set.of("header"), new InboundVerification.ApiKey(header("header", form.header())));
      default -> {
        errors.add(
            FIELD + ".type",
            "must be github, stripe, shopify, slack, standardWebhooks, hmac, basic or apiKey");
        yield null;
      }
    };
  }

  private InboundVerification hmac(int tolerance) {
    String timestampHeader =
        form.timestampHeader() == null ? null : header("timestampHeader", form.timestampHeader());
    String template = Objects.requireNonNullElse(form.signedContent(), "{body}");
    checkTemplate(template, timestampHeader != null);
    TextRules.check(FIELD + ".prefix", form.prefix(), MAX_PREFIX, errors);
    if (form.username() != null) {
      errors.add(FIELD + ".username", "does not belong to the type hmac");
    }
    return new InboundVerification.Hmac(
        header("header", form.header()),
        Objects.requireNonNullElse(form.algorithm(), SignatureAlgorithm.SHA256),
        Objects.requireNonNullElse(form.encoding(), SignatureEncoding.HEX),
        form.prefix(),
        template,
        timestampHeader,
        tolerance);
  }

  /** A time that is not signed would protect from nothing. */
  private void checkTemplate(String template, boolean hasTime) {
    String field = FIELD + ".signedContent";
    TextRules.check(field, template, MAX_TEMPLATE, errors);
    SignedContent content = errors.attempt(field, () -> SignedContent.parse(template));
    if (content != null && content.hasTimestamp() != hasTime) {
      errors.add(field, "must have {timestamp} in it exactly if there is a timestampHeader");
    }
  }

  private String username() {
    String username = form.username();
    if (username == null || username.indexOf(':') >= 0) {
      errors.add(FIELD + ".username", "is required, without a colon");
      return "";
    }
    TextRules.check(FIELD + ".username", username, TextRules.MAX_NAME, errors);
    return username;
  }

  private String header(String field, @Nullable String name) {
    SourceRules.checkHeader(FIELD + "." + field, name, errors);
    return name == null ? "" : name;
  }

  private int tolerance() {
    int tolerance = Objects.requireNonNullElse(form.toleranceSeconds(), DEFAULT_TOLERANCE);
    if (tolerance < 1 || tolerance > MAX_TOLERANCE) {
      errors.add(FIELD + "." + TOLERANCE, "must be 1 to " + MAX_TOLERANCE);
    }
    return tolerance;
  }

  /** What does not belong to the type is a mistake that would weaken what was meant. */
  private InboundVerification only(Set<String> allowed, InboundVerification verification) {
    for (String field : given()) {
      if (!allowed.contains(field)) {
        errors.add(FIELD + "." + field, "does not belong to the type " + form.type());
      }
    }
    return verification;
  }

  private List<String> given() {
    List<String> given = new ArrayList<>();
    add(given, "header", form.header());
    add(given, "algorithm", form.algorithm());
    add(given, "encoding", form.encoding());
    add(given, "prefix", form.prefix());
    add(given, "signedContent", form.signedContent());
    add(given, "timestampHeader", form.timestampHeader());
    add(given, TOLERANCE, form.toleranceSeconds());
    add(given, "username", form.username());
    return given;
  }

  private static void add(List<String> given, String name, @Nullable Object value) {
    if (value != null) {
      given.add(name);
    }
  }
}
