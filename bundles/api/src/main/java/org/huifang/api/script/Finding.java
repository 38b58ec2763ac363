// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.script;

/**
 * Why a script cannot go live, and where.
 *
 * @param node the id of the node concerned, or "" when it concerns the whole
 * @param language of the text concerned, or "" when it concerns all
 * @param branch which of the node's branches, from 0; or -1 for its text
 * @param at where in the text, counted in characters from 0
 * @param detail the slot, the sentence, or the node that is meant; or ""
 */
public record Finding(Problem problem, String node, String language, int branch, int at, String detail) {
    /** Views have a sentence for each. */
    public enum Problem {
        /** There is no node, or nothing is said in any language. */
        EMPTY,
        /** Two nodes have this id. */
        SAME_ID,
        /** Said in other nodes, but not here. */
        MISSING_TEXT,
        /** One of several answers has no words. */
        MISSING_ANSWER,
        /** What stands in braces is nothing that can be filled. */
        UNKNOWN_SLOT,
        /** An answer leads to no node. */
        LEADS_NOWHERE,
        /** No answer leads here. */
        UNREACHABLE,
        /** From here the script never ends. */
        NEVER_ENDS,
        /** The third sentence that is read out in a row with neither slot nor question nor choice. */
        COLD
    }
}
