// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.script;

/**
 * The script for one learner, and which of several it was, so that they can be compared later.
 *
 * @param variant of the script: "" while there is only one, else {@code A}, {@code B}
 * @param of how many live variants it was chosen from; 1 is "no choice"
 */
public record Chosen(Script script, String variant, int of) {}
