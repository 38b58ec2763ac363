// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How the platform shows the tool.
 *
 * @param documentTarget {@code iframe} or {@code window}
 * @param returnUrl where to send the browser at the end; only ever http or https
 * @param locale a BCP 47 tag
 */
public record LaunchPresentation(@Nullable String documentTarget, @Nullable URI returnUrl, @Nullable String locale) {}
