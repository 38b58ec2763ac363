// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import org.jspecify.annotations.Nullable;

/**
 * The link in the course that was opened.
 *
 * @param id unique only within the issuer and deployment
 * @param title the link's name
 * @param description the link's description
 */
public record ResourceLink(String id, @Nullable String title, @Nullable String description) {}
