package factory.integration.query.eventlog;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.FindSourceEvents;
import factory.integration.api.sourceevent.RoutingDecision;
import factory.integration.query.PageRequest;
import factory.integration.query.Position;
import factory.integration.query.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds every entry, and remembers what was asked for. */
final class InMemoryEventLog implements EventLogStore {

  final TreeMap<Long, SourceEventDocument> entries = new TreeMap<>();
  final TreeMap<Long, DuplicateDocument> duplicates = new TreeMap<>();
  final Map<EventId, List<RoutingDecision>> decisions = new HashMap<>();
  final List<@Nullable List<String>> askedWords = new ArrayList<>();
  final List<PageRequest> askedPages = new ArrayList<>();

  @Override
  public void add(SourceEventDocument entry) {
    entries.put(entry.key(), entry);
  }

  @Override
  public void addDuplicate(DuplicateDocument entry) {
    duplicates.put(entry.key(), entry);
  }

  @Override
  public void route(EventId eventId, List<RoutingDecision> decided) {
    decisions.put(eventId, decided);
  }

  @Override
  public void clear() {
    entries.clear();
    duplicates.clear();
    decisions.clear();
  }

  @Override
  public Optional<SourceEventDocument> get(TenantId tenant, EventId eventId) {
    return entries.values().stream()
        .filter(entry -> entry.tenant().equals(tenant.value()) && entry.eventId().equals(eventId))
        .findFirst();
  }

  @Override
  public List<RoutingDecision> routing(EventId eventId) {
    return decisions.getOrDefault(eventId, List.of());
  }

  @Override
  public Slice<SourceEventDocument> find(
      FindSourceEvents query, @Nullable List<String> words, PageRequest page) {
    askedWords.add(words);
    askedPages.add(page);
    return new Slice<>(List.copyOf(entries.values()), new Position(7, 0));
  }
}
