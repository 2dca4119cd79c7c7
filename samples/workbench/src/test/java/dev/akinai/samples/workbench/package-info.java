/** Runs the command line as a user would, and looks at what it prints and how it ends. */
@NullMarked
package dev.akinai.samples.workbench;

import org.jspecify.annotations.NullMarked;
