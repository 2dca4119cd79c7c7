/** Published cases with expected results, run through the engine. Start with {@link dev.akinai.samples.workbench.vectors.VectorsCommand}. */
@NullMarked
package dev.akinai.samples.workbench.vectors;

import org.jspecify.annotations.NullMarked;
