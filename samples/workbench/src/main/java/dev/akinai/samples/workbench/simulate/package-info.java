/** Past orders of real shops, priced again by other rules. */
@NullMarked
package dev.akinai.samples.workbench.simulate;

import org.jspecify.annotations.NullMarked;
