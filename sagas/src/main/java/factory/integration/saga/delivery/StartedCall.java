package factory.integration.saga.delivery;

/** A call under way: it fills a place of its endpoint until it is given back to the queue. */
record StartedCall(DueDelivery due, EndpointQueue endpoint) {}
