// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a day asks of the team, by when it is owed: enough to foresee what is done too late when there is too little time.
 *
 * @param day for which it is planned, or on which it opens; what waits since earlier stands on the first day
 * @param due the day until which it is owed
 * @param revisits obligations, each counted by itself where one contact is about several
 * @param minutes that they take
 */
public record DueLoad(LocalDate day, LocalDate due, UUID course, long revisits, long minutes) {}
