package dev.akinai.quota;

/**
 * A cell that could not give what was asked. Immutable.
 *
 * @param cell which counter
 * @param asked the units asked for, summed over all lines
 * @param free the units it could have given
 */
public record ShortCell(CellKey cell, long asked, long free) {}
