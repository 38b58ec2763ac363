// SPDX-License-Identifier: Apache-2.0
package org.huifang.oneroster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.huifang.api.TenantId;

/** What the configuration says about one system, checked. */
record Site(TenantId tenant, String name, String list, URI url, URI tokenUrl, String clientId, String secret,
        String scope, Duration every, Duration wholeEvery, int limit) {
    /** @throws IllegalArgumentException naming the line to mend */
    static Site of(Settings settings) {
        return new Site(new TenantId(settings.tenant().strip()), settings.name().strip(),
                needed("list", settings.list()), address("url", settings.url()),
                address("tokenUrl", settings.tokenUrl()), needed("clientId", settings.clientId()),
                needed("clientSecret", secret(settings)), settings.scope().strip(),
                Duration.ofMinutes(between("everyMinutes", settings.everyMinutes(), 1, 10_080)),
                Duration.ofHours(between("wholeHours", settings.wholeHours(), 1, 8_760)),
                between("limit", settings.limit(), 1, 1_000));
    }

    private static String secret(Settings settings) {
        try {
            return settings.clientSecretFile().isBlank()
                    ? settings.clientSecret()
                    : Files.readString(Path.of(settings.clientSecretFile().strip()));
        } catch (IOException e) {
            throw new IllegalArgumentException("clientSecretFile: this file cannot be read", e);
        }
    }

    private static String needed(String line, String value) {
        if (value.isBlank() || value.length() > 4_000) {
            throw new IllegalArgumentException(line + ": give it a value");
        }
        return value.strip();
    }

    private static int between(String line, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(line + ": write a number from " + least + " to " + most);
        }
        return value;
    }

    private static URI address(String line, String value) {
        String text = value.strip().replaceAll("/+$", "");
        if (!text.matches("https?://[^\\s/?#]+[^\\s?#]*")) {
            throw new IllegalArgumentException(line + ": write a whole address, https://...");
        }
        return URI.create(text);
    }

    @Override
    public String toString() {
        return name + " at " + url.getHost();
    }
}
