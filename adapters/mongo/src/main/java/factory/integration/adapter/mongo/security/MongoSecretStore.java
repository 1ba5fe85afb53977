package factory.integration.adapter.mongo.security;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.MongoIndex;
import factory.integration.adapter.mongo.Query;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretListing;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretStore;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;

/** What the vault sealed, byte by byte; the id of a document is the whole reference. */
final class MongoSecretStore implements SecretStore, SecretListing {

  private static final String SEALED = "sealed";

  private final Documents secrets;

  MongoSecretStore(MongoDatabase database) {
    this.secrets = new Documents(database, "secret", List.of());
  }

  @Override
  public void put(TenantId tenant, SecretRef ref, byte[] sealed) {
    boolean added = secrets.add(new Document("_id", id(tenant, ref)).append(SEALED, sealed));
    if (!added && !find(tenant, ref).filter(stored -> Arrays.equals(stored, sealed)).isPresent()) {
      throw new IllegalStateException("another secret is stored under " + ref);
    }
  }

  @Override
  public Optional<byte[]> find(TenantId tenant, SecretRef ref) {
    Query one = new Query(new Document("_id", id(tenant, ref)), MongoIndex.ID);
    return secrets.list(one).stream()
        .findFirst()
        .map(secret -> secret.get(SEALED, Binary.class).getData());
  }

  @Override
  public List<Sealed> findAll() {
    return secrets.list(new Query(new Document(), MongoIndex.ID)).stream()
        .map(MongoSecretStore::read)
        .toList();
  }

  private static Sealed read(Document secret) {
    Document id = secret.get("_id", Document.class);
    return new Sealed(
        new TenantId(id.getString("tenant")),
        new SecretRef(id.getString("id"), id.getInteger("version")),
        secret.get(SEALED, Binary.class).getData());
  }

  @Override
  public boolean replace(TenantId tenant, SecretRef ref, byte[] sealed, byte[] other) {
    Document these = new Document("_id", id(tenant, ref)).append(SEALED, sealed);
    return secrets.update(these, new Document("$set", new Document(SEALED, other))) > 0;
  }

  @Override
  public void remove(TenantId tenant, SecretRef ref) {
    secrets.remove(new Document("_id", id(tenant, ref)));
  }

  private static Document id(TenantId tenant, SecretRef ref) {
    return new Document("tenant", tenant.value())
        .append("id", ref.id())
        .append("version", ref.version());
  }
}
