package factory.integration.gateway.inbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The latest requests of each inbox, in memory: 100 of each and 32 MiB in all. */
final class Inboxes {

  private static final int MAX_REQUESTS = 100;
  private static final int MAX_INBOXES = 1_000;
  private static final long MAX_SIZE = 32L << 20;

  /** The inbox that got a request last stands last. */
  private final Map<String, Deque<InboxRequest>> inboxes = new LinkedHashMap<>(16, 0.75f, true);

  private long size;

  synchronized void add(String name, InboxRequest request) {
    Deque<InboxRequest> inbox = inboxes.computeIfAbsent(name, any -> new ArrayDeque<>());
    inbox.addLast(request);
    size += request.size();
    if (inbox.size() > MAX_REQUESTS) {
      size -= inbox.removeFirst().size();
    }
    while (size > MAX_SIZE || inboxes.size() > MAX_INBOXES) {
      dropOldest();
    }
  }

  private void dropOldest() {
    Iterator<Deque<InboxRequest>> leastRecent = inboxes.values().iterator();
    Deque<InboxRequest> inbox = leastRecent.next();
    size -= inbox.removeFirst().size();
    if (inbox.isEmpty()) {
      leastRecent.remove();
    }
  }

  /** The requests of an inbox, newest first. */
  synchronized List<InboxRequest> latest(String name) {
    Deque<InboxRequest> inbox = inboxes.get(name);
    return inbox == null ? List.of() : new ArrayList<>(inbox).reversed();
  }
}
