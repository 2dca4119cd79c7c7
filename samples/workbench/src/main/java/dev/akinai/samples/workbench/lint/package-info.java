/** Offers examined before they are published. */
@NullMarked
package dev.akinai.samples.workbench.lint;

import org.jspecify.annotations.NullMarked;
