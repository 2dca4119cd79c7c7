/** What happened, told to whoever listens: at least once, in order for each thing, written in the transaction of the change. Start with {@link dev.akinai.event.EventEnvelope}. Level 0. */
@NullMarked
package dev.akinai.event;

import org.jspecify.annotations.NullMarked;
