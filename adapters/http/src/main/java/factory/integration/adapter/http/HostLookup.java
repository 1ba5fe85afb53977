package factory.integration.adapter.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the operating system for a host's addresses, within a time. Threads of its own wait for the
 * answers, since a lookup holds its thread, and virtual threads have few to hold; a host is asked
 * for once at a time, so that a slow name server occupies one of them.
 */
final class HostLookup implements AutoCloseable {

  private static final int THREADS = 64;

  private final Resolver resolver;
  private final ConcurrentHashMap<String, CompletableFuture<InetAddress[]>> running =
      new ConcurrentHashMap<>();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          10,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().name("host-lookup-", 0).factory());

  /** {@link InetAddress#getAllByName}, or what a test puts in its place. */
  interface Resolver {
    InetAddress[] addressesOf(String host) throws UnknownHostException;
  }

  HostLookup(Resolver resolver) {
    this.resolver = resolver;
    threads.allowCoreThreadTimeOut(true);
  }

  /** The host's addresses, at least one. */
  InetAddress[] addressesOf(String host, Duration limit) throws UnknownHostException {
    CompletableFuture<InetAddress[]> mine = new CompletableFuture<>();
    CompletableFuture<InetAddress[]> first = running.putIfAbsent(host, mine);
    if (first == null) {
      threads.execute(() -> ask(host, mine));
    }
    InetAddress[] addresses = await(host, first == null ? mine : first, limit);
    if (addresses.length == 0) {
      throw unknown(host);
    }
    return addresses;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void ask(String host, CompletableFuture<InetAddress[]> answer) {
    try {
      answer.complete(resolver.addressesOf(host));
    } catch (UnknownHostException | RuntimeException e) {
      answer.completeExceptionally(e);
    } finally {
      running.remove(host, answer);
    }
  }

  private static InetAddress[] await(
      String host, CompletableFuture<InetAddress[]> answer, Duration limit)
      throws UnknownHostException {
    try {
      return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new UnknownHostException(
          "The name servers did not answer in time when asked for " + host + ".");
    } catch (ExecutionException e) {
      throw unknown(host);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException("The lookup of " + host + " was interrupted.");
    }
  }

  private static UnknownHostException unknown(String host) {
    return new UnknownHostException("The host " + host + " does not resolve to an address.");
  }
}
