/** The storage on PostgreSQL, MariaDB and H2, on its own connections or in the host's transaction. Start with {@link dev.akinai.jdbc.JdbcStorage}. */
@NullMarked
package dev.akinai.jdbc;

import org.jspecify.annotations.NullMarked;
