// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.evaluation;

/**
 * A measure as it stands.
 *
 * @param metric {@code coverage}, {@code punctuality}, {@code csat}, {@code nps}, ...
 * @param version of the definition
 * @param step of the plan
 * @param counts what it was computed from
 */
public record Reading(String metric, int version, String step, Estimate estimate, Counts counts) {}
