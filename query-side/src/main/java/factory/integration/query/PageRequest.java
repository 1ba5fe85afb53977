package factory.integration.query;

/**
 * Which part of a list is asked for.
 *
 * @param limit how many entries at most, from 1
 * @param after where the part before ended
 */
public record PageRequest(int limit, Position after) {}
