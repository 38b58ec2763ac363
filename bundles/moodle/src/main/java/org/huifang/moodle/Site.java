// SPDX-License-Identifier: Apache-2.0
package org.huifang.moodle;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.platform.Platform;
import org.huifang.api.platform.Platforms;
import org.jspecify.annotations.Nullable;

/**
 * What the configuration says about one Moodle, checked.
 *
 * @param client empty: whichever client id it is registered with
 * @param courses empty: all
 */
record Site(TenantId tenant, String issuer, String client, Set<Long> courses, Set<Long> teaching, Set<Long> learning,
        ZoneId zone) {
    /** @throws IllegalArgumentException naming the line to mend */
    static Site of(Settings settings) {
        if (settings.issuer().isBlank()) {
            throw new IllegalArgumentException("issuer: name the Moodle's address, as it is registered");
        }
        try {
            return new Site(new TenantId(settings.tenant().strip()), settings.issuer().strip(),
                    settings.client().strip(), numbers("courses", settings.courses()),
                    numbers("teachingRoles", settings.teachingRoles()),
                    numbers("learningRoles", settings.learningRoles()),
                    settings.timeZone().isBlank() ? ZoneId.systemDefault() : ZoneId.of(settings.timeZone().strip()));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("timeZone: write it as Asia/Shanghai", e);
        }
    }

    /** Null when there is no token. */
    static WebService.@Nullable Door door(Settings settings) {
        String token = secret("tokenFile", settings.tokenFile(), settings.token());
        if (token.isEmpty()) {
            return null;
        }
        String address = settings.service().isBlank()
                ? settings.issuer().strip() + "/webservice/rest/server.php"
                : settings.service().strip();
        try {
            return new WebService.Door(URI.create(address), token);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("service: write a whole address, https://...", e);
        }
    }

    /** What a file holds, or the line itself. */
    static String secret(String name, String file, String line) {
        try {
            return file.isBlank() ? line.strip() : Files.readString(Path.of(file.strip())).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(name + ": this file cannot be read", e);
        }
    }

    /** Empty while no platform is registered with this issuer. */
    Optional<Platform> platform(Platforms platforms) {
        return platforms.all(tenant).stream().filter(one -> one.issuer().equals(issuer) && one.enabled()
                && (client.isEmpty() || one.clientId().equals(client))).findFirst();
    }

    boolean takes(long course) {
        return course > 1 && (courses.isEmpty() || courses.contains(course));
    }

    CourseRole role(long role) {
        return teaching.contains(role)
                ? CourseRole.INSTRUCTOR
                : learning.contains(role) ? CourseRole.LEARNER : CourseRole.OTHER;
    }

    private static Set<Long> numbers(String name, String text) {
        try {
            return Arrays.stream(text.split(",")).map(String::strip).filter(one -> !one.isEmpty()).map(Long::valueOf)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + ": write numbers with commas between them", e);
        }
    }
}
