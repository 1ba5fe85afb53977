package factory.integration.app.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.saga.operation.ComposedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests and answers as docs.github.com/en/rest shows them, version 2022-11-28. */
class GitHubTests {

  private static final String PULL =
      """
      {"owner": "octocat", "repo": "Hello-World", "title": "Amazing new feature",
       "head": "octocat:new-feature", "base": "master",
       "body": "Please pull these awesome changes in!"}
      """;

  private final Entry github = new Entry("github");

  @Test
  void hasTheOperationsThatItNames() {
    assertThat(github.operations()).isEqualTo(github.capabilities());
  }

  @Test
  void opensAPullRequest() {
    assertThat(github.violations("OpenPullRequest", PULL)).isEmpty();

    ComposedRequest request = github.request("OpenPullRequest", PULL);
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.url()).hasToString("https://api.github.com/repos/octocat/Hello-World/pulls");
    assertThat(request.headers())
        .containsEntry("accept", "application/vnd.github+json")
        .containsEntry("x-github-api-version", "2022-11-28")
        .containsEntry("content-type", "application/json");
    assertThat(request.body())
        .isEqualTo(
            "{\"title\":\"Amazing new feature\",\"head\":\"octocat:new-feature\","
                + "\"base\":\"master\",\"body\":\"Please pull these awesome changes in!\"}");
  }

  @Test
  void namesThePullRequest() {
    String answer =
        """
        {"url": "https://api.github.com/repos/octocat/Hello-World/pulls/482", "id": 1,
         "html_url": "https://github.com/octocat/Hello-World/pull/482", "number": 482,
         "state": "open", "title": "Amazing new feature", "draft": false}
        """;

    assertThat(github.answer("OpenPullRequest", 201, answer).externalRef()).isEqualTo("PR#482");
    assertThat(github.result("OpenPullRequest", answer))
        .isEqualTo(
            "{\"number\":482,\"url\":\"https://github.com/octocat/Hello-World/pull/482\","
                + "\"state\":\"open\"}");
  }

  @ParameterizedTest
  @CsvSource({"422, false", "401, false", "404, false", "429, true", "502, true", "200, false"})
  void failsByTheStatus(int status, boolean retriable) {
    var answer = github.answer("OpenPullRequest", status, "{\"message\":\"Validation Failed\"}");

    assertThat(answer.success()).isFalse();
    assertThat(answer.retriable()).isEqualTo(retriable);
  }

  @Test
  void createsAnIssue() {
    String input =
        """
        {"owner": "octocat", "repo": "Hello-World", "title": "Found a bug", "labels": ["bug"]}
        """;
    assertThat(github.violations("CreateIssue", input)).isEmpty();

    ComposedRequest request = github.request("CreateIssue", input);
    assertThat(request.url())
        .hasToString("https://api.github.com/repos/octocat/Hello-World/issues");
    assertThat(request.body()).isEqualTo("{\"title\":\"Found a bug\",\"labels\":[\"bug\"]}");
    assertThat(github.answer("CreateIssue", 201, "{\"id\":1,\"number\":1347}").externalRef())
        .isEqualTo("Issue#1347");
  }

  @Test
  void commentsOnAnIssue() {
    String input = "{\"owner\":\"octocat\",\"repo\":\"a/b\",\"number\":42,\"body\":\"Me too\"}";

    ComposedRequest request = github.request("CommentOnIssue", input);
    assertThat(request.url())
        .hasToString("https://api.github.com/repos/octocat/a%2Fb/issues/42/comments");
    assertThat(request.body()).isEqualTo("{\"body\":\"Me too\"}");
    assertThat(github.answer("CommentOnIssue", 201, "{\"id\":1}").externalRef())
        .isEqualTo("Comment#1");
  }

  @Test
  void refusesInputThatLacksAField() {
    assertThat(github.violations("OpenPullRequest", "{\"owner\":\"octocat\"}")).hasSize(4);
    assertThat(github.violations("CommentOnIssue", "{\"number\":\"42\"}")).isNotEmpty();
  }
}
