// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.huifang.lti.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The door where a tool says which notices it wants (Platform Notification Service 1.0).
 *
 * @param scopes what the tool may ask a token for
 * @param url where handlers are set and read
 * @param serviceVersions what the platform speaks, for example {@code 1.0}
 * @param noticeTypes the notices the platform sends, for example {@code LtiContextCopyNotice}
 */
public record NotificationsClaim(Set<String> scopes, URI url, List<String> serviceVersions, List<String> noticeTypes) {
    private static final String CLAIM = "https://purl.imsglobal.org/spec/lti/claim/platformnotificationservice";

    /** Copies the lists, so that the value cannot change. */
    public NotificationsClaim {
        scopes = Set.copyOf(scopes);
        serviceVersions = List.copyOf(serviceVersions);
        noticeTypes = List.copyOf(noticeTypes);
    }

    static @Nullable NotificationsClaim of(Json claims) {
        Json claim = claims.object(CLAIM);
        URI url = claim.web("platform_notification_service_url");
        return url == null
                ? null
                : new NotificationsClaim(Set.copyOf(claim.texts("scope")), url, claim.texts("service_versions"),
                        claim.texts("notice_types_supported"));
    }
}
