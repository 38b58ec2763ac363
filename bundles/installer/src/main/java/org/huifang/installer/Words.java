// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import java.util.regex.Pattern;
import org.osgi.framework.wiring.BundleRequirement;

/** Says a requirement so that a person can act on it. */
final class Words {
    private static final Pattern EQUAL = Pattern.compile("\\(([^()=<>!]+)=([^()]+)\\)");
    private static final Pattern FROM = Pattern.compile("(?<!!)\\((?:bundle-)?version>=([^()]+)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\((?:bundle-)?version>=([^()]+)\\)\\)");

    private Words() {
    }

    static String of(BundleRequirement requirement) {
        var filter = requirement.getDirectives().getOrDefault("filter", "");
        return of(requirement.getNamespace(), filter);
    }

    static String of(String namespace, String filter) {
        return switch (namespace) {
            case "osgi.wiring.package" -> "the package " + name(filter) + range(filter);
            case "osgi.wiring.bundle", "osgi.wiring.host" -> "the bundle " + name(filter) + range(filter);
            case "osgi.ee" -> "Java: " + filter;
            default -> "the capability " + namespace + " " + name(filter) + range(filter);
        };
    }

    private static String name(String filter) {
        var matcher = EQUAL.matcher(filter);
        return matcher.find() ? matcher.group(2) : filter;
    }

    private static String range(String filter) {
        var below = BELOW.matcher(filter);
        var from = FROM.matcher(filter.replaceAll(BELOW.pattern(), ""));
        var words = new StringBuilder();
        if (from.find()) {
            words.append(", version ").append(from.group(1)).append(" or later");
        }
        if (below.find()) {
            words.append(words.isEmpty() ? ", version before " : " and before ").append(below.group(1));
        }
        return words.toString();
    }
}
