package factory.integration.gateway.request;

import factory.integration.api.messaging.Page;
import factory.integration.gateway.problem.RequestRefused;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.queryhandling.QueryGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way from a controller to the command and query buses. */
public final class Messages {

  private static final Logger LOG = LoggerFactory.getLogger(Messages.class);
  private static final int MOST_ATTEMPTS = 5;

  private final CommandGateway commands;
  private final QueryGateway queries;

  Messages(CommandGateway commands, QueryGateway queries) {
    this.commands = commands;
    this.queries = queries;
  }

  /**
   * Sends a command in the request's context and waits for what it answers. A command that met a
   * change made at the same time, perhaps on another node, is decided anew.
   */
  public <R> R send(Object command, RequestContext context) {
    for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
      try {
        return commands.sendAndWait(message(command, context));
      } catch (ConcurrencyException | AggregateStreamCreationException e) {
        LOG.debug("attempt {} met another change", attempt, e);
      }
    }
    return commands.sendAndWait(message(command, context));
  }

  /** Sends a command in the request's context; a refusal is the caller's affair and not logged. */
  public <R> CompletableFuture<R> start(Object command, RequestContext context) {
    FutureCallback<Object, R> callback = new FutureCallback<>();
    commands.send(message(command, context), callback);
    return callback.thenApply(Messages::payload);
  }

  private static <R> R payload(CommandResultMessage<? extends R> result) {
    if (result.isExceptional()) {
      throw new CompletionException(result.exceptionResult());
    }
    return result.getPayload();
  }

  /** What caused it names the command, so that its events tell their cause. */
  private static Object message(Object command, RequestContext context) {
    String cause = context.cause();
    return cause == null
        ? GenericCommandMessage.asCommandMessage(command).withMetaData(context.metaData())
        : new GenericCommandMessage<>(
            new GenericMessage<>(cause, command, context.metaData()), command.getClass().getName());
  }

  /** Asks for one thing that may be absent. */
  public <V> Optional<V> find(Object query, Class<V> view) {
    return answer(queries.query(query, ResponseTypes.optionalInstanceOf(view)));
  }

  /** Asks for a part of a list. */
  public <V> Page<V> page(Object query, Class<V> view) {
    return answer(queries.query(query, new PageResponse<>(view)));
  }

  /**
   * A query refuses what it can't use, such as a cursor of another list, as an illegal argument.
   */
  private static <A> A answer(CompletableFuture<A> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw RequestRefused.invalid("filter", String.valueOf(refused.getMessage()));
      }
      throw e;
    }
  }

  /** The id, or not found: what is no id can't be anything's id. */
  public static <T> T idOf(String thing, String text, Function<String, T> id) {
    try {
      return id.apply(text);
    } catch (IllegalArgumentException e) {
      throw RequestRefused.notFound(thing);
    }
  }
}
