package factory.integration.gateway.inbox;

import factory.integration.api.messaging.Page;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.FindSubscriptions;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretVault;
import factory.integration.gateway.request.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the secrets of the default tenant's subscriptions that point to an inbox. */
final class InboxSecrets {

  private static final int PAGE_SIZE = 250;
  private static final int MAX_PAGES = 4;

  private final Messages messages;
  private final SecretVault vault;

  InboxSecrets(Messages messages, SecretVault vault) {
    this.messages = messages;
    this.vault = vault;
  }

  /** Every secret that may sign for the inbox at that time. */
  List<String> of(String inbox, Instant now) {
    List<String> secrets = new ArrayList<>();
    String cursor = null;
    for (int page = 0; page < MAX_PAGES && (page == 0 || cursor != null); page++) {
      Page<SubscriptionView> found = page(cursor);
      found.items().stream()
          .filter(view -> view.settings().url().toUri().getPath().endsWith("/inbox/" + inbox))
          .forEach(view -> add(view, now, secrets));
      cursor = found.nextCursor();
    }
    return secrets;
  }

  private Page<SubscriptionView> page(@Nullable String cursor) {
    return messages.page(
        new FindSubscriptions(TenantId.DEFAULT, null, PAGE_SIZE, cursor), SubscriptionView.class);
  }

  private void add(SubscriptionView view, Instant now, List<String> secrets) {
    vault.find(TenantId.DEFAULT, view.secret()).ifPresent(secrets::add);
    SecretRef previous = view.previousSecret();
    Instant until = view.previousSecretValidUntil();
    if (previous != null && until != null && now.isBefore(until)) {
      vault.find(TenantId.DEFAULT, previous).ifPresent(secrets::add);
    }
  }
}
