/** Time in the hand of a test: start with {@link dev.akinai.testkit.engine.HandSetClock}. Needs the JDK only. */
@NullMarked
package dev.akinai.testkit.engine;

import org.jspecify.annotations.NullMarked;
