// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.script;

import java.time.Instant;
import java.util.UUID;

/**
 * How often a version was followed.
 *
 * @param variant as it was called then
 * @param calls obligations whose last call followed it
 * @param since the first of them
 */
public record ScriptUse(UUID script, int version, String variant, long calls, Instant since) {}
