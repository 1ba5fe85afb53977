package factory.integration.app.api;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** An address of the sink that keeps what it receives and answers as told, 200 by default. */
final class Endpoint {

  /** An answer; it is held back until the gate is open. */
  record Reply(int status, Map<String, String> headers, CountDownLatch gate, String body) {

    static Reply of(int status) {
      return new Reply(status, Map.of(), new CountDownLatch(0), "");
    }
  }

  private final String url;
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final Queue<Reply> next = new ConcurrentLinkedQueue<>();
  private volatile Reply last = Reply.of(200);

  Endpoint(String url) {
    this.url = url;
  }

  String url() {
    return url;
  }

  /** Answers the next calls one after the other so, then as before. */
  Endpoint first(int... statuses) {
    for (int status : statuses) {
      next.add(Reply.of(status));
    }
    return this;
  }

  Endpoint first(int status, Map<String, String> headers) {
    next.add(new Reply(status, headers, new CountDownLatch(0), ""));
    return this;
  }

  /** Answers the next call not before the gate opens. */
  Endpoint firstHeld(int status, CountDownLatch gate) {
    next.add(new Reply(status, Map.of(), gate, ""));
    return this;
  }

  Endpoint always(int status) {
    last = Reply.of(status);
    return this;
  }

  /** Answers with that body from now on, unless told otherwise. */
  Endpoint answering(int status, String body) {
    last = new Reply(status, Map.of(), new CountDownLatch(0), body);
    return this;
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  /** Waits for so many calls in all. */
  List<Call> await(int count) {
    return Tenant.until(this::calls, all -> all.size() >= count);
  }

  Call only() {
    List<Call> all = await(1);
    if (all.size() > 1) {
      throw new AssertionError("more than one call at " + url + ": " + all);
    }
    return all.getFirst();
  }

  Reply receive(Call call) {
    Reply scripted = next.poll();
    calls.add(call);
    return scripted == null ? last : scripted;
  }
}
