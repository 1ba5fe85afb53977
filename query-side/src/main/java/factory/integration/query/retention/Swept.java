package factory.integration.query.retention;

/**
 * What one step of a purge came to.
 *
 * @param purged how many entries it removed
 * @param end the highest key it looked at, whether it was purged or kept
 * @param more whether entries of the span are left to be looked at
 */
public record Swept(int purged, long end, boolean more) {}
