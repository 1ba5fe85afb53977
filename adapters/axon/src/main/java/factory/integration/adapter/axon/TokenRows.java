package factory.integration.adapter.axon;

import java.util.List;

/**
 * Tokens as an engine keeps them for one owner. A token that the owner must have claimed and has
 * not shows as {@link org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException}, as
 * does one to add that is there. Times are milliseconds since 1970.
 */
public interface TokenRows {

  /** What the owner remembers of its claim on a token. */
  interface Claim {

    /** Extends the claim if that was last done longer ago than told. */
    void renew(long afterMillis);

    /** Says that the token was written at that time, which extended the claim. */
    void renewedAt(long now);
  }

  /** How long a claim lasts that its owner does not extend. */
  long claimMillis();

  /** Adds tokens that nobody has claimed: all or none. */
  void insert(List<TokenKey> keys, StoredToken token, long now);

  /** Stores a claimed token together with what else the calling thread's transaction writes. */
  void store(TokenKey key, StoredToken token, long now, Claim claim);

  /** Claims a token that is free, the owner's, or whose claim has run out. */
  StoredToken claim(TokenKey key, long now);

  /** Extends the claim on a token. */
  void extend(TokenKey key, long now);

  /** Frees a token; one of another owner stays as it is. */
  void release(TokenKey key);

  /** Removes a claimed token. */
  void delete(TokenKey key);

  /** The segments of a processor, lowest first. */
  List<Integer> segments(String processor);

  /** Those of them that the owner could claim. */
  List<Integer> claimable(String processor, long now);

  /** The store's own id, the given one when it had none. */
  String storageIdentifier(String fresh);
}
