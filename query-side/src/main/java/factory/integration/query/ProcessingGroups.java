package factory.integration.query;

import java.util.List;
import java.util.stream.Stream;

/** Names of the event processors of this module, and of the groups that share one. */
public final class ProcessingGroups {

  public static final String EVENTS_LOG = "events-log";
  public static final String EVENT_SEARCH = "event-search";
  public static final String INTEGRATION_EVENTS = "integration-events";
  public static final String COMMUNICATION_LOGS = "communication-logs";
  public static final String SUBSCRIPTIONS = "subscriptions";
  public static final String CREDENTIALS = "registered-credentials";
  public static final String DEAD_LETTERS = "dead-letters";
  public static final String INBOUND_SOURCES = "inbound-sources";
  public static final String PROVIDERS = "providers";
  public static final String API_CLIENTS = "api-clients";
  public static final String CONNECTIONS = "connections";

  /** What people register changes seldom: one processor reads the events for all of it. */
  public static final List<String> REGISTERED =
      List.of(SUBSCRIPTIONS, INBOUND_SOURCES, PROVIDERS, API_CLIENTS, CONNECTIONS, CREDENTIALS);

  /** Groups with a processor of their own. */
  public static final List<String> ALONE =
      List.of(EVENTS_LOG, EVENT_SEARCH, INTEGRATION_EVENTS, COMMUNICATION_LOGS, DEAD_LETTERS);

  private static final String REGISTRY = "registry";

  private ProcessingGroups() {}

  /** The processor of what people register. */
  public static String registryProcessor() {
    return REGISTRY;
  }

  /** Names of all processors that feed read models. */
  public static List<String> processors() {
    return Stream.concat(ALONE.stream(), Stream.of(REGISTRY)).toList();
  }
}
