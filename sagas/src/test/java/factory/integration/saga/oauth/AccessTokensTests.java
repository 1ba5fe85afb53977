package factory.integration.saga.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import factory.integration.saga.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AccessTokensTests {

  private final SettableClock clock = new SettableClock();
  private final AccessTokens tokens = new AccessTokens(clock);
  private final AtomicInteger fetched = new AtomicInteger();

  @Test
  void fetchesOnceWhileATokenLasts() {
    assertThat(get()).isEqualTo("t-1");
    clock.advance(Duration.ofSeconds(539));
    assertThat(get()).isEqualTo("t-1");
  }

  @Test
  void refreshesBeforeATokenExpires() {
    get();
    clock.advance(Duration.ofSeconds(540));
    assertThat(get()).isEqualTo("t-2");
  }

  @Test
  void letsAllWhoWaitShareOneRefresh() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> answers = new ArrayList<>();
      answers.add(
          threads.submit(() -> tokens.get("a", () -> slow(entered, release)).accessToken()));
      entered.await();
      for (int i = 0; i < 200; i++) {
        answers.add(threads.submit(this::get));
      }
      release.countDown();
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo("t-1");
      }
    }
    await().untilAsserted(() -> assertThat(fetched).hasValue(1));
  }

  @Test
  void sparesAnEndpointThatFailedJustNow() {
    assertThatThrownBy(() -> tokens.get("a", this::refuse)).isInstanceOf(TokenRefused.class);
    assertThatThrownBy(this::get).isInstanceOf(TokenRefused.class);
    assertThat(fetched).hasValue(1);
    clock.advance(Duration.ofSeconds(2));
    assertThat(get()).isEqualTo("t-2");
  }

  @Test
  void givesATokenThatIsStillValidWhenNoOtherCanBeHad() {
    get();
    clock.advance(Duration.ofSeconds(560));
    assertThat(tokens.get("a", this::refuse).accessToken()).isEqualTo("t-1");
    clock.advance(Duration.ofSeconds(40));
    assertThatThrownBy(() -> tokens.get("a", this::refuse)).isInstanceOf(TokenRefused.class);
  }

  @Test
  void fetchesAnotherAfterATokenWasRefused() {
    tokens.forget("a", get());
    assertThat(get()).isEqualTo("t-2");
    tokens.forget("a", "t-1");
    assertThat(get()).isEqualTo("t-2");
  }

  @Test
  void knowsNamesApart() {
    get();
    assertThat(tokens.get("b", this::issue).accessToken()).isEqualTo("t-2");
  }

  private String get() {
    return tokens.get("a", this::issue).accessToken();
  }

  private IssuedToken issue() {
    Instant now = clock.instant();
    return new IssuedToken("t-" + fetched.incrementAndGet(), now, now.plusSeconds(600), null);
  }

  private IssuedToken slow(CountDownLatch entered, CountDownLatch release) {
    entered.countDown();
    try {
      release.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return issue();
  }

  private IssuedToken refuse() {
    fetched.incrementAndGet();
    throw new TokenRefused(true, "the token endpoint answered 503");
  }
}
