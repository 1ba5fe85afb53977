package factory.integration.query;

import java.util.List;

/** Names of the event processors of this module. */
public final class ProcessingGroups {

  public static final String EVENTS_LOG = "events-log";
  public static final String EVENT_SEARCH = "event-search";
  public static final String INTEGRATION_EVENTS = "integration-events";
  public static final String COMMUNICATION_LOGS = "communication-logs";
  public static final String SUBSCRIPTIONS = "subscriptions";
  public static final String DEAD_LETTERS = "dead-letters";

  /** Every one of them. */
  public static final List<String> ALL =
      List.of(
          EVENTS_LOG,
          EVENT_SEARCH,
          INTEGRATION_EVENTS,
          COMMUNICATION_LOGS,
          SUBSCRIPTIONS,
          DEAD_LETTERS);

  private ProcessingGroups() {}
}
