// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tool as the course platform knows it.
 *
 * @param id the client_id
 * @param login where a launch begins
 * @param redirects where an id_token may be posted, character by character
 * @param target what a launch opens when no activity says otherwise
 * @param deepLink where activities are picked; null when the tool offers none
 * @param custom parameters of each launch, with the platform's variables not yet filled in
 * @param active a pending tool launches nothing and gets no token
 */
record Client(String id, String deployment, String name, URI login, List<String> redirects, URI target,
        @Nullable URI deepLink, URI jwks, Set<String> scopes, Map<String, String> custom, boolean active) {
    boolean may(String scope) {
        return active && scopes.contains(scope);
    }
}
