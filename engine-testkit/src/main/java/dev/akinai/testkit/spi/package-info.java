/** The storage contract as tests that anyone can run on a plug-in. Start with {@link dev.akinai.testkit.spi.StorageContract}; the rules: docs/contracts/storage.md. */
@NullMarked
package dev.akinai.testkit.spi;

import org.jspecify.annotations.NullMarked;
