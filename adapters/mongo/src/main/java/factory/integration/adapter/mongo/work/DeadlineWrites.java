package factory.integration.adapter.mongo.work;

import factory.integration.adapter.mongo.BulkWrites;
import factory.integration.adapter.mongo.DocumentWrite;
import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.MongoWrites;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * Writes deadlines in their order: a saga may cancel all of a name and schedule another one of it
 * in the same unit of work.
 */
final class DeadlineWrites implements MongoWrites.Target<DeadlineWrites.Write> {

  /** A write to a deadline or to many. */
  sealed interface Write permits One, AllOf {}

  /** A write to one deadline. */
  record One(DocumentWrite write) implements Write {}

  /** Removes all that match. */
  record AllOf(Document filter) implements Write {}

  private final Documents deadlines;
  private final BulkWrites single;

  DeadlineWrites(Documents deadlines) {
    this.deadlines = deadlines;
    this.single = new BulkWrites(deadlines);
  }

  @Override
  public void write(List<Write> writes) {
    List<DocumentWrite> together = new ArrayList<>();
    for (Write write : writes) {
      switch (write) {
        case One one -> together.add(one.write());
        case AllOf all -> {
          flush(together);
          deadlines.remove(all.filter());
        }
      }
    }
    flush(together);
  }

  private void flush(List<DocumentWrite> together) {
    if (!together.isEmpty()) {
      single.write(List.copyOf(together));
      together.clear();
    }
  }
}
