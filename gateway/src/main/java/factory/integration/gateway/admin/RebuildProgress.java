package factory.integration.gateway.admin;

/**
 * How far a rebuild is.
 *
 * @param running whether events from before the rebuild are still being dealt with
 * @param position of the last event dealt with
 * @param target position at which the rebuild is complete
 */
public record RebuildProgress(String projection, boolean running, long position, long target) {}
