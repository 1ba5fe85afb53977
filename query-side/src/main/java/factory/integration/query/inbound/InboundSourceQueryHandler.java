package factory.integration.query.inbound;

import factory.integration.api.inbound.FindInboundSources;
import factory.integration.api.inbound.GetInboundSource;
import factory.integration.api.inbound.InboundSourceView;
import factory.integration.api.messaging.Page;
import factory.integration.query.registry.Registry;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** Answers whose webhooks are taken. */
final class InboundSourceQueryHandler {

  private final Registry<InboundSourceView> sources;

  InboundSourceQueryHandler(Registry<InboundSourceView> sources) {
    this.sources = sources;
  }

  /** Answers a raw page, since Axon matches query handlers by the class they answer alone. */
  @QueryHandler
  @SuppressWarnings("rawtypes")
  Page handle(FindInboundSources query) {
    return sources.page(query.tenant(), null, query.limit(), query.cursor());
  }

  @QueryHandler
  Optional<InboundSourceView> handle(GetInboundSource query) {
    return sources.get(query.tenant(), query.sourceId().value());
  }
}
