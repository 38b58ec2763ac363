// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.installer;

/**
 * One thing that a bundle contributes.
 *
 * @param kind {@code view}, {@code channel}, {@code metric}, {@code command}, {@code page}, {@code resource},
 * {@code job} or {@code service}
 * @param name as the bundle names it: a view's path, a channel's name, a command's words
 */
public record Brought(String kind, String name) {}
