/** Real database servers for tests: one of each kind in a JVM, and a fresh database for every test class. */
@NullMarked
package dev.akinai.jdbc.engines;

import org.jspecify.annotations.NullMarked;
