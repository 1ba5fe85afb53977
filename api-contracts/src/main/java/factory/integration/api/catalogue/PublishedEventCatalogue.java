package factory.integration.api.catalogue;

import factory.integration.api.messaging.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The facts that leave the platform in the canonical envelope. */
public final class PublishedEventCatalogue {

  private static final String ENVELOPE_SCHEMA = CatalogueText.schema("envelope");

  private static final List<PublishedEventDescription> ALL =
      List.of(
          describe("IntegrationProviderRegistered", Topic.PROVIDERS, "A provider was registered."),
          describe(
              "ExternalApiClientRegistered",
              Topic.PROVIDERS,
              "A version of an API client was registered for a provider."),
          describe(
              "IntegrationConnectionEstablished",
              Topic.CONNECTIONS,
              "A connection was created and passed its first test."),
          describe(
              "IntegrationConnectionHealthChanged",
              Topic.CONNECTIONS,
              "An established connection got worse, or better again."),
          describe("IntegrationConnectionRetired", Topic.CONNECTIONS, "A connection was ended."),
          describe("WebhookSubscribed", Topic.WEBHOOKS, "A webhook subscription was created."),
          describe(
              "WebhookDelivered",
              Topic.WEBHOOKS,
              "An endpoint took a webhook, or one came in from a vendor."),
          describe("IntegrationRunCompleted", Topic.RUNS, "A provider did what a run asked for."),
          describe(
              "IntegrationFailed",
              List.of(Topic.RUNS, Topic.CREDENTIALS),
              "An attempt of a run failed, a delivery was given up, a credential could not be"
                  + " rotated, or a connection lost its health."),
          describe(
              "CredentialRotated", Topic.CREDENTIALS, "A new version was checked and is in use."));

  private static final Map<String, PublishedEventDescription> BY_NAME =
      ALL.stream().collect(Collectors.toMap(PublishedEventDescription::name, Function.identity()));

  private PublishedEventCatalogue() {}

  /** Every published fact. */
  public static List<PublishedEventDescription> all() {
    return ALL;
  }

  /** The published fact of that simple name. */
  public static Optional<PublishedEventDescription> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /**
   * The version that messages of this simple name carry as {@code cs-schema-version}.
   *
   * @throws IllegalArgumentException when no such fact is published
   */
  public static int schemaVersionOf(String name) {
    return find(name)
        .orElseThrow(
            () -> new IllegalArgumentException(name + " is not in the published event catalogue"))
        .schemaVersion();
  }

  /** JSON Schema (2020-12) of the envelope, as JSON text. */
  public static String envelopeSchema() {
    return ENVELOPE_SCHEMA;
  }

  private static PublishedEventDescription describe(String name, Topic topic, String description) {
    return describe(name, List.of(topic), description);
  }

  private static PublishedEventDescription describe(
      String name, List<Topic> topics, String description) {
    return new PublishedEventDescription(name, topics, description, 1, CatalogueText.schema(name));
  }
}
