package factory.integration.query.inbound;

import static factory.integration.query.Feed.NOON;
import static factory.integration.query.Samples.SECRET;
import static factory.integration.query.Samples.SOURCE;
import static factory.integration.query.Samples.source;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.inbound.FindInboundSources;
import factory.integration.api.inbound.GetInboundSource;
import factory.integration.api.inbound.InboundSecretRotated;
import factory.integration.api.inbound.InboundSourceChanged;
import factory.integration.api.inbound.InboundSourceCreated;
import factory.integration.api.inbound.InboundSourceDisabled;
import factory.integration.api.inbound.InboundSourceEnabled;
import factory.integration.api.inbound.InboundSourceRemoved;
import factory.integration.api.inbound.InboundSourceView;
import factory.integration.api.messaging.Page;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import factory.integration.query.Feed;
import factory.integration.query.registry.InMemoryRegistry;
import factory.integration.query.registry.Registry;
import factory.integration.query.registry.RegistryKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InboundSourceProjectionTests {

  private static final SecretRef OTHER = new SecretRef("sec-2", 1);
  private static final TenantId TENANT = new TenantId(Feed.TENANT);
  private static final InboundSourceCreated CREATED =
      new InboundSourceCreated(SOURCE, source("first"), SECRET, true);

  private final Registry<InboundSourceView> registry =
      new Registry<>(new InMemoryRegistry(), RegistryKind.INBOUND_SOURCE, InboundSourceView.class);
  private final Feed feed = new Feed(new InboundSourceProjection(registry));
  private final InboundSourceQueryHandler queries = new InboundSourceQueryHandler(registry);

  @Test
  void keepsANewSource() throws Exception {
    feed.publish("src-1", CREATED);
    assertThat(current(TENANT))
        .contains(
            new InboundSourceView(
                SOURCE, source("first"), SECRET, null, null, true, 0, NOON, NOON));
  }

  @Test
  void followsEveryChange() throws Exception {
    feed.publish(
        "src-1",
        CREATED,
        new InboundSourceChanged(SOURCE, source("second")),
        new InboundSecretRotated(SOURCE, OTHER, SECRET, NOON.plusSeconds(60)),
        new InboundSourceDisabled(SOURCE));
    assertThat(current(TENANT))
        .contains(
            new InboundSourceView(
                SOURCE,
                source("second"),
                OTHER,
                SECRET,
                NOON.plusSeconds(60),
                false,
                3,
                NOON,
                NOON.plusSeconds(3)));
  }

  @Test
  void showsThatASourceIsEnabledAgain() throws Exception {
    feed.publish(
        "src-1", CREATED, new InboundSourceDisabled(SOURCE), new InboundSourceEnabled(SOURCE));
    assertThat(current(TENANT).orElseThrow().enabled()).isTrue();
  }

  @Test
  void dropsARemovedSource() throws Exception {
    feed.publish("src-1", CREATED, new InboundSourceRemoved(SOURCE));
    assertThat(current(TENANT)).isEmpty();
  }

  @Test
  void listsTheTenantsSources() throws Exception {
    feed.publish("src-1", CREATED);
    assertThat(list(TENANT).items()).hasSize(1);
    assertThat(list(new TenantId("other")).items()).isEmpty();
  }

  @Test
  void hidesOtherTenantsSources() throws Exception {
    feed.publish("src-1", CREATED);
    assertThat(current(new TenantId("other"))).isEmpty();
  }

  @Test
  void forgetsEverythingWhenReset() throws Exception {
    feed.publish("src-1", CREATED).reset();
    assertThat(current(TENANT)).isEmpty();
  }

  private Page<?> list(TenantId tenant) {
    return queries.handle(new FindInboundSources(tenant, 50, null));
  }

  private Optional<InboundSourceView> current(TenantId tenant) {
    return queries.handle(new GetInboundSource(tenant, SOURCE));
  }
}
