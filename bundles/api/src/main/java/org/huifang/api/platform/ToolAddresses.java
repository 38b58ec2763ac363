// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.platform;

import java.net.URI;

/**
 * The addresses of Huifang as an LTI 1.3 tool.
 *
 * @param tool target link
 * @param login where a launch begins (initiate login)
 * @param launch the redirect URI
 * @param keys the public key set
 * @param deepLink where activities are picked
 */
public record ToolAddresses(URI tool, URI login, URI launch, URI keys, URI deepLink) {}
