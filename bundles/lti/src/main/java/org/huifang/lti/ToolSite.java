// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Where this tool is reached: the fence that target links must stay inside, and the address of its launch.
 *
 * @param base the tool's address as browsers see it, for example {@code https://tool.example} or
 *            {@code https://host.example/tool}; target links must lie at or under it
 * @param redirectUri the registered redirect URI, where the platform posts the id_token
 */
public record ToolSite(URI base, URI redirectUri) {
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e&&[^\\\\\"<>^`{|}]]{1,2048}");
    private static final Pattern DOTS = Pattern.compile("(?i)(^|/)(\\.|%2e){1,2}(/|$)");

    /** Checks that both are absolute web addresses. */
    public ToolSite {
        if (base.getHost() == null || redirectUri.getHost() == null) {
            throw new IllegalArgumentException("the tool's base and redirect URI must be absolute");
        }
    }

    /**
     * Whether a link leads to this tool. No open redirects: another scheme, host or port, user info, backslashes,
     * control characters, dot segments and a mere common prefix of the path are all outside.
     *
     * @param link an untrusted link
     * @return true when a browser that follows it stays inside the tool
     */
    public boolean contains(String link) {
        if (!PLAIN.matcher(link).matches()) {
            return false;
        }
        try {
            URI uri = URI.create(link);
            String path = Objects.requireNonNullElse(uri.getRawPath(), "");
            return uri.getHost() != null && uri.getRawUserInfo() == null && origin(uri).equals(origin(base))
                    && !DOTS.matcher(path).find() && !path.startsWith("//") && under(path);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean under(String path) {
        String fence = Objects.requireNonNullElse(base.getRawPath(), "").replaceAll("/+$", "");
        return path.equals(fence) || path.startsWith(fence + "/");
    }

    private static String origin(URI uri) {
        String scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
        int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }
}
