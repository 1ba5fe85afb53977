package factory.integration.adapter.mongo.storage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** Applies while MongoDB is the chosen storage: {@code platform.storage=mongo}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ConditionalOnProperty(name = "platform.storage", havingValue = "mongo")
public @interface ConditionalOnMongo {}
