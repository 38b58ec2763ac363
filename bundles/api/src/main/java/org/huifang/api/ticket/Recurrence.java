// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.ticket;

/**
 * Tickets of the same area, sub-code and course before and after a change was out, in equally long times of at most 90
 * days; MEASURES: recurrence.
 *
 * @param linked tickets that the change should end
 * @param days of each of the two times; 0 while it is not out
 * @param before raised in the days before
 * @param after raised in the days after
 * @param low of the interval of after ÷ before, 95 %: Wilson's of the share {@code after / (before + after)}, as odds
 * @param high of the same; infinite when nothing came before
 */
public record Recurrence(long linked, int days, long before, long after, double low, double high) {
    /** Nothing can be told as long as the interval holds 1. */
    public boolean apart() {
        return before + after > 0 && (high < 1 || low > 1);
    }
}
