package factory.integration.app.move;

import org.springframework.context.support.DefaultLifecycleProcessor;

/** Leaves everything at rest: no port is opened, no event processed, no call made. */
final class NothingStarts extends DefaultLifecycleProcessor {

  @Override
  public void onRefresh() {
    // what would start the platform
  }
}
