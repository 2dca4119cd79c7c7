/** Published cases with expected results, run through the engine. */
@NullMarked
package dev.akinai.samples.workbench.vectors;

import org.jspecify.annotations.NullMarked;
