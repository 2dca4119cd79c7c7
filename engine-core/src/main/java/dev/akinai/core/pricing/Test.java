package dev.akinai.core.pricing;

import dev.akinai.criteria.Truth;

/** A compiled condition on one kind of subject. Thread-safe. */
@FunctionalInterface
interface Test<T> {

  Truth of(T subject);
}
