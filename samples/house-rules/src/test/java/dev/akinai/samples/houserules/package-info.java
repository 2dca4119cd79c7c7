/** The rules of the house, as tests over all our jars and files. Start with {@link dev.akinai.samples.houserules.ClassRules}. */
@NullMarked
package dev.akinai.samples.houserules;

import org.jspecify.annotations.NullMarked;
