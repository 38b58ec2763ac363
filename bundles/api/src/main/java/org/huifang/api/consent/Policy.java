// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.consent;

import java.time.LocalDate;

/**
 * One rule as it holds.
 *
 * @param own whether the tenant set it itself
 * @param because the source of the rule, or who decided it
 */
public record Policy(String name, String value, LocalDate from, String because, boolean own) {}
