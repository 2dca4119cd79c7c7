/** Tests of what every command uses. */
@NullMarked
package dev.akinai.samples.workbench.common;

import org.jspecify.annotations.NullMarked;
