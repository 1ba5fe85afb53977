package factory.integration.adapter.sqlite.storage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Applies while SQLite is the chosen storage: {@code platform.storage=sqlite}, or no choice. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ConditionalOnProperty(name = "platform.storage", havingValue = "sqlite", matchIfMissing = true)
public @interface ConditionalOnSqlite {}
