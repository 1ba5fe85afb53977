package factory.integration.gateway.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers errors that Tomcat finds before the application; made by Tomcat, hence public. */
public final class ProblemValve extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, @Nullable Throwable throwable) {
    if (response.getStatus() < 400 || response.getContentWritten() > 0) {
      return;
    }
    try {
      ProblemWriter.write(response.getResponse(), Problem.ofStatus(response.getStatus(), null));
    } catch (IOException e) {
      container.getLogger().debug("the caller has gone", e);
    }
  }
}
