/** One store per subject on a JDBC connection, each write by condition. Start with {@link dev.akinai.jdbc.store.JdbcUnit}. */
@NullMarked
package dev.akinai.jdbc.store;

import org.jspecify.annotations.NullMarked;
