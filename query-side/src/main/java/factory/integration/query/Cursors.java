package factory.integration.query;

import factory.integration.api.messaging.Page;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns positions of one list into opaque text and back. A cursor names no tenant: it is a place in
 * time, and every query is bound to its own tenant.
 */
public final class Cursors {

  private static final int MAX_LIMIT = 250;
  private static final int LENGTH = 1 + 2 * Long.BYTES;
  private static final String NOT_OURS =
      "the cursor is not one of this list: pass nextCursor of a page as it came, or leave it out to"
          + " start with the newest";

  private final byte list;

  /**
   * @param list tells this list's cursors from those of others
   */
  public Cursors(char list) {
    this.list = (byte) list;
  }

  /** Reads what a query asks for; refuses limits out of range and cursors of another shape. */
  public PageRequest request(int limit, @Nullable String cursor) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit is 1 to " + MAX_LIMIT + ", not " + limit);
    }
    return new PageRequest(limit, cursor == null ? Position.START : decode(cursor));
  }

  /** The page for clients. */
  public <T, V> Page<V> page(Slice<T> slice, Function<T, V> view) {
    List<V> items = slice.items().stream().map(view).toList();
    Position end = slice.end();
    return new Page<>(items, end == null ? null : encode(end));
  }

  private String encode(Position end) {
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH).put(list);
    bytes.putLong(end.entry()).putLong(end.part());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  private Position decode(String cursor) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      if (bytes.remaining() == LENGTH && bytes.get() == list) {
        return new Position(bytes.getLong(), bytes.getLong());
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(NOT_OURS, e);
    }
    throw new IllegalArgumentException(NOT_OURS);
  }
}
