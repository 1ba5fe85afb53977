package factory.integration.adapter.mongo.processing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import factory.integration.adapter.axon.StoredToken;
import factory.integration.adapter.axon.TokenKey;
import factory.integration.adapter.axon.TokenRows;
import factory.integration.adapter.mongo.MongoErrors;
import factory.integration.adapter.mongo.MongoWrites;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The collection of tokens, as one node uses it. A token that is stored is the last thing its
 * transaction writes, after the events and whatever else the batch led to. Storing it fails when
 * the claim was lost, and so does the transaction, before its first write, when it is lost later.
 */
final class TokenCollection implements TokenRows {

  private static final String COLLECTION = "tokens";
  private static final String PROCESSOR = "processor";
  private static final String SEGMENT = "segment";
  private static final String TOKEN = "token";
  private static final String TYPE = "type";
  private static final String OWNER = "owner";
  private static final String CLAIMED_AT = "claimedAt";
  private static final String STORAGE = "storage";

  private final MongoCollection<Document> tokens;
  private final String owner;
  private final long claimMillis;
  private final MongoWrites writes;
  private final InstantSource clock;
  private final SilentClaims silent;

  /**
   * @param owner names this process among all that use the database
   * @param claimTimeout how long a claim lasts that its owner does not extend
   */
  TokenCollection(
      MongoDatabase database,
      String owner,
      Duration claimTimeout,
      MongoWrites writes,
      InstantSource clock,
      LongSupplier nanoTime) {
    this.tokens = database.getCollection(COLLECTION);
    this.owner = owner;
    this.claimMillis = claimTimeout.toMillis();
    this.writes = writes;
    this.clock = clock;
    this.silent = new SilentClaims(2 * claimMillis, nanoTime);
    tokens.createIndex(Indexes.ascending(PROCESSOR, SEGMENT));
  }

  /** Whether one of these processors has not come back yet to where it was reset. */
  static boolean hasReplay(MongoDatabase database, List<String> processors) {
    Bson replaying =
        Filters.and(
            Filters.in(PROCESSOR, processors), Filters.eq(TYPE, ReplayToken.class.getName()));
    return MongoErrors.call(
        () -> database.getCollection(COLLECTION).find(replaying).limit(1).first() != null);
  }

  @Override
  public long claimMillis() {
    return claimMillis;
  }

  @Override
  public void insert(List<TokenKey> keys, StoredToken token, long now) {
    List<Document> documents = keys.stream().map(key -> document(key, token, now)).toList();
    try {
      tokens.insertMany(documents);
    } catch (RuntimeException e) {
      throw MongoErrors.isDuplicateKey(e)
          ? new UnableToClaimTokenException("one of the tokens " + keys + " exists already")
          : MongoErrors.translate(e);
    }
  }

  private static Document document(TokenKey key, StoredToken token, long now) {
    return new Document("_id", key.toString())
        .append(PROCESSOR, key.processor())
        .append(SEGMENT, key.segment())
        .append(TOKEN, binary(token))
        .append(TYPE, token.type())
        .append(OWNER, null)
        .append(CLAIMED_AT, now);
  }

  private static @Nullable Binary binary(StoredToken token) {
    byte[] data = token.data();
    return data == null ? null : new Binary(data);
  }

  @Override
  public void store(TokenKey key, StoredToken token, long now, Claim claim) {
    claim.renew(claimMillis / 2);
    writes.check(() -> claim.renew(claimMillis / 2));
    writes.finish(
        () -> {
          long stored = clock.millis();
          update(key, token, stored);
          claim.renewedAt(stored);
        });
  }

  private void update(TokenKey key, StoredToken token, long now) {
    Bson stored =
        Updates.combine(
            Updates.set(TOKEN, binary(token)),
            Updates.set(TYPE, token.type()),
            Updates.set(CLAIMED_AT, now));
    change(key, stored);
  }

  @Override
  public void extend(TokenKey key, long now) {
    change(key, Updates.set(CLAIMED_AT, now));
  }

  private void change(TokenKey key, Bson change) {
    requireOwned(
        key, MongoErrors.call(() -> tokens.updateOne(owned(key), change).getMatchedCount()));
  }

  @Override
  public StoredToken claim(TokenKey key, long now) {
    Bson free = Filters.and(Filters.eq(key.toString()), claimable(key, now));
    Bson taken = Updates.combine(Updates.set(OWNER, owner), Updates.set(CLAIMED_AT, now));
    Document claimed = MongoErrors.call(() -> tokens.findOneAndUpdate(free, taken, returning()));
    if (claimed == null) {
      throw new UnableToClaimTokenException(
          "token " + key + " belongs to another node or does not exist");
    }
    Binary data = claimed.get(TOKEN, Binary.class);
    return new StoredToken(data == null ? null : data.getData(), claimed.getString(TYPE));
  }

  @Override
  public void release(TokenKey key) {
    MongoErrors.call(() -> tokens.updateOne(owned(key), Updates.set(OWNER, null)));
  }

  @Override
  public void delete(TokenKey key) {
    requireOwned(key, MongoErrors.call(() -> tokens.deleteOne(owned(key)).getDeletedCount()));
  }

  private void requireOwned(TokenKey key, long documents) {
    if (documents == 0) {
      throw new UnableToClaimTokenException("token " + key + " is not claimed by " + owner);
    }
  }

  @Override
  public List<Integer> segments(String processor) {
    return find(processor).stream().map(token -> token.getInteger(SEGMENT)).toList();
  }

  @Override
  public List<Integer> claimable(String processor, long now) {
    return find(processor).stream()
        .filter(token -> isClaimable(processor, token, now))
        .map(token -> token.getInteger(SEGMENT))
        .toList();
  }

  private boolean isClaimable(String processor, Document token, long now) {
    String holder = token.getString(OWNER);
    long claimedAt = token.getLong(CLAIMED_AT);
    TokenKey key = new TokenKey(processor, token.getInteger(SEGMENT));
    return silent.look(key, new SilentClaims.Claim(holder, claimedAt))
        || holder == null
        || holder.equals(owner)
        || claimedAt < now - claimMillis;
  }

  private List<Document> find(String processor) {
    return MongoErrors.call(
        () ->
            tokens
                .find(Filters.eq(PROCESSOR, processor))
                .projection(Projections.include(SEGMENT, OWNER, CLAIMED_AT))
                .sort(Sorts.ascending(SEGMENT))
                .into(new ArrayList<>()));
  }

  @Override
  public String storageIdentifier(String fresh) {
    Document storage =
        MongoErrors.call(
            () ->
                tokens.findOneAndUpdate(
                    Filters.eq(STORAGE),
                    Updates.setOnInsert(STORAGE, fresh),
                    returning().upsert(true)));
    return storage == null ? fresh : storage.getString(STORAGE);
  }

  private static FindOneAndUpdateOptions returning() {
    return new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
  }

  private Bson owned(TokenKey key) {
    return Filters.and(Filters.eq(key.toString()), Filters.eq(OWNER, owner));
  }

  private Bson claimable(TokenKey key, long now) {
    SilentClaims.Claim dead = silent.silent(key);
    return Filters.or(
        Filters.eq(OWNER, null),
        Filters.eq(OWNER, owner),
        Filters.lt(CLAIMED_AT, now - claimMillis),
        dead == null ? Filters.eq(OWNER, null) : held(dead));
  }

  private static Bson held(SilentClaims.Claim claim) {
    return Filters.and(Filters.eq(OWNER, claim.owner()), Filters.eq(CLAIMED_AT, claim.claimedAt()));
  }
}
