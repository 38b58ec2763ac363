// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.ticket;

/**
 * How an area stands.
 *
 * @param open not closed
 * @param late of these, later than owed
 * @param solved of these, waiting for the raiser's word
 */
public record AreaCount(Area area, long open, long late, long solved) {}
