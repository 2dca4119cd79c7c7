/** Tells what happened: events beside the change, and the relay that delivers them. Start with {@link dev.akinai.core.event.Recorder}. Level 0. */
@NullMarked
package dev.akinai.core.event;

import org.jspecify.annotations.NullMarked;
