package factory.integration.adapter.sqlite;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs an outage once and its end, not every write that fails meanwhile. */
final class OutageLog {

  private static final Logger LOG = LoggerFactory.getLogger(OutageLog.class);

  private final Path file;
  private boolean failing;

  OutageLog(Path file) {
    this.file = file;
  }

  void success() {
    if (failing) {
      failing = false;
      LOG.info("{} can be written again", file);
    }
  }

  void failure(Throwable cause) {
    if (failing) {
      LOG.debug("still could not write to {}", file, cause);
    } else {
      failing = true;
      LOG.error("could not write to {}", file, cause);
    }
  }
}
