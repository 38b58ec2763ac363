// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.ticket;

import java.time.Duration;
import org.huifang.api.evaluation.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * How quickly and how well tickets that were raised in a period were dealt with. Times are working time; tickets that
 * are still open are censored, not left out (Kaplan and Meier, JASA 53 (1958), 457-481), so a quantile is null as long as
 * too many are open to tell.
 *
 * @param raised how many
 * @param responseMedian from raising to the first answer
 * @param responseNinth the same, by when nine of ten had it
 * @param resolveMedian from raising, or from the last reopening, to the close that the raiser confirmed
 * @param resolveNinth the same, for nine of ten
 * @param closedLoop of those raised, closed with the raiser's confirmation within what was owed
 */
public record TicketFigures(long raised, @Nullable Duration responseMedian, @Nullable Duration responseNinth,
        @Nullable Duration resolveMedian, @Nullable Duration resolveNinth, Estimate closedLoop) {}
