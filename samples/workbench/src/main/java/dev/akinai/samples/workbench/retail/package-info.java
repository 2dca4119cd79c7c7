/** A shop's invoices replayed through the engine, line by line, and every total compared. Start with {@link dev.akinai.samples.workbench.retail.OnlineRetailCommand}. */
@NullMarked
package dev.akinai.samples.workbench.retail;

import org.jspecify.annotations.NullMarked;
