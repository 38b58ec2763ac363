// SPDX-License-Identifier: Apache-2.0
package org.huifang.installer;

import java.util.Collections;
import java.util.Dictionary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** What a bundle says about itself: the main section of its manifest. */
record Headers(Map<String, String> values) {
    Headers {
        values = Map.copyOf(values);
    }

    static Headers of(Bundle bundle) {
        Dictionary<String, String> raw = bundle.getHeaders("");
        var map = new LinkedHashMap<String, String>();
        for (var key : Collections.list(raw.keys())) {
            map.put(key, raw.get(key));
        }
        return new Headers(map);
    }

    static Headers of(Manifest manifest) {
        var map = new LinkedHashMap<String, String>();
        manifest.getMainAttributes().forEach((key, value) -> map.put(key.toString(), value.toString()));
        return new Headers(map);
    }

    /** The symbolic name without its directives; empty when this is no bundle. */
    String name() {
        return values.getOrDefault(Constants.BUNDLE_SYMBOLICNAME, "").split(";")[0].strip();
    }

    String title() {
        return values.getOrDefault(Constants.BUNDLE_NAME, name());
    }

    String version() {
        return Version.parseVersion(values.getOrDefault(Constants.BUNDLE_VERSION, "0")).toString();
    }

    boolean fragment() {
        return values.containsKey(Constants.FRAGMENT_HOST);
    }

    Manifest manifest() {
        var manifest = new Manifest();
        manifest.getMainAttributes().putValue("Manifest-Version", "1.0");
        values.forEach(manifest.getMainAttributes()::putValue);
        return manifest;
    }
}
