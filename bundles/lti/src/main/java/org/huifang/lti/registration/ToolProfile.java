// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.registration;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.huifang.lti.ToolSite;
import org.jspecify.annotations.Nullable;

/**
 * What a tool says of itself.
 *
 * @param name its name
 * @param names the name in other languages, by BCP 47 tag; may be empty
 * @param description a sentence; null for none
 * @param site its address and redirect URI; host and port of all other addresses must be the same (Moodle checks it)
 * @param targetLinkUri the usual page
 * @param loginUri where logins begin
 * @param jwksUri its public keys
 * @param otherRedirectUris redirect URIs beyond the site's own; may be empty
 * @param logo a picture; null for none
 * @param home a page about the tool; null for none
 * @param policy its privacy policy; null for none
 * @param terms its terms; null for none
 * @param contacts mail addresses; may be empty
 * @param scopes the services it wants
 * @param claims what it wants to know of users, for example {@code name} and {@code email}
 * @param messages what it has pages for
 * @param custom parameters of every launch; values may be variables such as {@code $Context.id.history}
 */
public record ToolProfile(String name, Map<String, String> names, @Nullable String description, ToolSite site,
        URI targetLinkUri, URI loginUri, URI jwksUri, List<URI> otherRedirectUris, @Nullable URI logo,
        @Nullable URI home, @Nullable URI policy, @Nullable URI terms, List<String> contacts, Set<String> scopes,
        List<String> claims, List<OfferedMessage> messages, Map<String, String> custom) {
    /** Copies the collections, so that the value cannot change. */
    public ToolProfile {
        names = Map.copyOf(names);
        otherRedirectUris = List.copyOf(otherRedirectUris);
        contacts = List.copyOf(contacts);
        scopes = Set.copyOf(scopes);
        claims = List.copyOf(claims);
        messages = List.copyOf(messages);
        custom = Map.copyOf(custom);
    }

    /**
     * A profile with what no tool can do without.
     *
     * @param name its name
     * @param site its address and redirect URI
     * @param targetLinkUri the usual page
     * @param loginUri where logins begin
     * @param jwksUri its public keys
     * @param scopes the services it wants
     * @param messages what it has pages for
     * @return a profile that asks for subject, names and address of users
     */
    public static ToolProfile of(String name, ToolSite site, URI targetLinkUri, URI loginUri, URI jwksUri,
            Set<String> scopes, List<OfferedMessage> messages) {
        return new ToolProfile(name, Map.of(), null, site, targetLinkUri, loginUri, jwksUri, List.of(), null, null,
                null, null, List.of(), scopes,
                List.of("iss", "sub", "name", "given_name", "family_name", "email", "locale"), messages, Map.of());
    }

    /** Host and port as the tool's addresses carry them: a standard port is not named. */
    String domain() {
        URI base = site.base();
        return base.getHost().toLowerCase(Locale.ROOT) + (base.getPort() < 0 ? "" : ":" + base.getPort());
    }
}
