package factory.integration.adapter.mongo.event;

import factory.integration.api.messaging.StoreUnavailable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What one caller appends and waits for. */
final class Append {

  private final List<Commit> commits;
  private final CompletableFuture<List<Commit>> refused = new CompletableFuture<>();

  Append(List<Commit> commits) {
    this.commits = commits;
  }

  List<Commit> commits() {
    return commits;
  }

  void complete(List<Commit> refusedCommits) {
    refused.complete(refusedCommits);
  }

  void fail(RuntimeException reason) {
    refused.completeExceptionally(reason);
  }

  /**
   * The commits that were refused since an event of theirs exists; the others are stored.
   *
   * @throws StoreUnavailable when it is unknown what was stored
   */
  List<Commit> await() {
    try {
      return refused.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StoreUnavailable away
          ? new StoreUnavailable(String.valueOf(away.getMessage()), away)
          : new IllegalStateException("the events could not be stored", e.getCause());
    }
  }
}
