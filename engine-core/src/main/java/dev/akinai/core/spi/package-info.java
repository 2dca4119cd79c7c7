/** A shop's rows kept in memory: the storage for tests, demonstrations and learning, and the reference of the storage contract. Start with {@link dev.akinai.core.spi.InMemoryStorage}. */
@NullMarked
package dev.akinai.core.spi;

import org.jspecify.annotations.NullMarked;
