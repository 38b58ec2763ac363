// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.consent;

/** What holds for one purpose on one channel. */
public record Standing(String purpose, String channel, Decision decision) {}
