// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.ticket;

/**
 * How an area stands.
 *
 * @param open not closed
 * @param late of these, later than owed
 * @param solved of these, waiting for the raiser's word
 * @param learners how many people those not closed are of
 */
public record AreaCount(Area area, long open, long late, long solved, long learners) {}
