package factory.integration.gateway.event;

import java.util.List;

/** What became of each event, in the order in which they came. */
record BatchAnswer(List<BatchItem> items) {}
