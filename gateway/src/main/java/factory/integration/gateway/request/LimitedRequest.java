package factory.integration.gateway.request;

import factory.integration.gateway.problem.RequestRefused;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request without a stated length, whose body may be read up to a limit. */
final class LimitedRequest extends HttpServletRequestWrapper {

  private final long limit;

  LimitedRequest(HttpServletRequest request, long limit) {
    super(request);
    this.limit = limit;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new LimitedBody(super.getInputStream(), limit);
  }

  @Override
  public BufferedReader getReader() throws IOException {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  private static final class LimitedBody extends ServletInputStream {

    private final ServletInputStream body;
    private final long limit;
    private long read;

    LimitedBody(ServletInputStream body, long limit) {
      this.body = body;
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int some = body.read(target, offset, length);
      count(some);
      return some;
    }

    private void count(int some) {
      read += Math.max(some, 0);
      if (read > limit) {
        throw RequestRefused.tooLarge(limit);
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
