/** What every command of the workbench uses: stores, files, hand-set time, checks and what is printed. Start with {@link dev.akinai.samples.workbench.common.StoreOptions}. */
@NullMarked
package dev.akinai.samples.workbench.common;

import org.jspecify.annotations.NullMarked;
