/** Purchases replayed as a points ledger whose lots expire. Start with {@link dev.akinai.samples.workbench.cdnow.CdnowCommand}. */
@NullMarked
package dev.akinai.samples.workbench.cdnow;

import org.jspecify.annotations.NullMarked;
