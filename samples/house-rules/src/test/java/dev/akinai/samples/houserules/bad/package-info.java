/** Small bad examples: each breaks one rule, and a test says that it is caught. */
@NullMarked
package dev.akinai.samples.houserules.bad;

import org.jspecify.annotations.NullMarked;
