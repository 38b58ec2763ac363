// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.consent;

import java.time.LocalDate;

/**
 * What people read before they agree.
 *
 * @param language BCP 47: {@code zh-Hans}, {@code zh-Hant}, {@code en}
 * @param version the same for all translations of a text
 * @param from the first day on which it is shown
 */
public record ConsentText(String purpose, String language, String version, String text, LocalDate from) {}
