// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.util.UUID;
import org.huifang.api.evaluation.Estimate;

/**
 * The state of the files that one colleague keeps; the measures are those of {@link Scorecard}.
 *
 * @param keeper the account
 * @param files that were counted
 */
public record KeeperQuality(UUID keeper, long files, Estimate completeness, Estimate currentness) {}
