package dev.akinai.base;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what a host may rely on: that it may call a type, or that it may also implement it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Api {

  /** The promise that is made. */
  Use value();

  /** The two promises: a new method in a {@link #CALL} type breaks nobody, in an {@link #IMPLEMENT} type it breaks plug-ins. */
  enum Use {
    /** A host calls it; only the engine implements it, so methods may be added in any release. */
    CALL,
    /** A host or plug-in implements it; it changes only with a major version. */
    IMPLEMENT
  }
}
