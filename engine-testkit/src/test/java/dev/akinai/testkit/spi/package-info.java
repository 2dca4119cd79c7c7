/** The contract, run on the in-memory reference and on stores that are known to be bad. */
@NullMarked
package dev.akinai.testkit.spi;

import org.jspecify.annotations.NullMarked;
