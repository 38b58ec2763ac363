// SPDX-License-Identifier: Apache-2.0
package org.huifang.oneroster;

import java.lang.reflect.Proxy;
import java.util.Map;

/** A configuration as it would be written. */
final class Given {
    private static final Map<String, String> LINES = Map.of("url", "https://sis.example/ims/oneroster/rostering/v1p2",
            "tokenUrl", "https://sis.example/token", "clientId", "huifang", "clientSecret", "s3cret");

    private Given() {
    }

    static Settings with(String line, String value) {
        return with(Map.of(line, value));
    }

    static Settings with(Map<String, String> lines) {
        return (Settings) Proxy.newProxyInstance(Settings.class.getClassLoader(), new Class<?>[]{Settings.class},
                (proxy, method, none) -> lines.containsKey(method.getName())
                        ? lines.get(method.getName())
                        : LINES.containsKey(method.getName())
                                ? LINES.get(method.getName())
                                : method.getDefaultValue());
    }
}
