package factory.integration.adapter.mongo.event;

import factory.integration.adapter.mongo.MongoErrors;
import factory.integration.api.messaging.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of this node that appends: takes all appends that wait, stores them in two round
 * trips, then answers each caller.
 */
final class GroupAppender implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GroupAppender.class);

  private static final int MAX_APPENDS = 512;

  private final CommitWriter writer;
  private final BlockingQueue<Append> waiting = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean closing;

  GroupAppender(CommitWriter writer) {
    this.writer = writer;
    this.thread = Thread.ofPlatform().name("mongo-appender").daemon().start(this::work);
  }

  /** The commits that were refused; returns when the others are as safe as the store can be. */
  List<Commit> append(List<Commit> commits) {
    Append append = new Append(commits);
    waiting.add(append);
    if (closing && waiting.remove(append)) {
      throw new StoreUnavailable("the store is closed");
    }
    return append.await();
  }

  /** Finishes what waits. */
  @Override
  public void close() {
    closing = true;
    waiting.add(new Append(List.of()));
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    List<Append> group = new ArrayList<>(MAX_APPENDS);
    while (!closing || !waiting.isEmpty()) {
      try {
        group.add(waiting.take());
        waiting.drainTo(group, MAX_APPENDS - 1);
        store(group);
      } catch (InterruptedException e) {
        LOG.debug("ignored an interrupt: only close() ends the appender");
      }
      group.clear();
    }
  }

  private void store(List<Append> group) {
    try {
      List<Commit> commits = group.stream().flatMap(each -> each.commits().stream()).toList();
      Set<Commit> refused = commits.isEmpty() ? Set.of() : writer.store(commits);
      for (Append append : group) {
        append.complete(append.commits().stream().filter(refused::contains).toList());
      }
    } catch (RuntimeException | Error e) {
      RuntimeException reason =
          e instanceof RuntimeException failure
              ? MongoErrors.translate(failure)
              : new IllegalStateException("appending failed", e);
      group.forEach(append -> append.fail(reason));
    }
  }
}
