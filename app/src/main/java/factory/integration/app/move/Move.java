package factory.integration.app.move;

import org.springframework.core.env.Environment;

/** Whether this process is there to move data instead of running the platform. */
public final class Move {

  static final String EXPORT = "platform.export";
  static final String IMPORT = "platform.import";

  private Move() {}

  /** Whether an export or an import was asked for, which is over when the context has started. */
  public static boolean isAsked(Environment environment) {
    return environment.containsProperty(EXPORT) || environment.containsProperty(IMPORT);
  }
}
