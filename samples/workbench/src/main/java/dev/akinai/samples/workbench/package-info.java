/** The engine from a command line, for those who try it, measure it or look for a fault. */
@NullMarked
package dev.akinai.samples.workbench;

import org.jspecify.annotations.NullMarked;
