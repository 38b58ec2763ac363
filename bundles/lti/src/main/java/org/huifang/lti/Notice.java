// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.huifang.lti.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A verified notice of a platform (Platform Notification Service 1.0).
 *
 * @param registrationId the caller's registration, which names the tenant
 * @param deploymentId one of the registration's deployments
 * @param id unique within the registration: what duplicates are told by
 * @param type for example {@link #CONTEXT_COPY}; types that are not known here are taken too
 * @param timestamp when it happened at the platform
 * @param context the course; null when the notice is about none
 * @param originContexts the courses that were copied from; may be empty
 * @param claims all claims of the token
 */
public record Notice(String registrationId, String deploymentId, String id, String type, Instant timestamp,
        @Nullable Context context, List<String> originContexts, Map<String, Object> claims) {
    /** A greeting, for trying whether notices arrive. */
    public static final String HELLO = "LtiHelloWorldNotice";
    /** A course was copied. */
    public static final String CONTEXT_COPY = "LtiContextCopyNotice";
    /** Somebody handed files in: see {@link #assets()}. */
    public static final String ASSET_SUBMISSION = "LtiAssetProcessorSubmissionNotice";

    /** Copies the list, so that the value cannot change. */
    public Notice {
        originContexts = List.copyOf(originContexts);
    }

    /**
     * Whether the type is one of those named here. Others are answered like them, and logged.
     *
     * @return false for types to come
     */
    public boolean known() {
        return List.of(HELLO, CONTEXT_COPY, ASSET_SUBMISSION).contains(type);
    }

    /**
     * Whose work it is about.
     *
     * @return null when it is about nobody's
     */
    public @Nullable ForUser forUser() {
        return ForUser.of(new Json(claims).object(Claims.FOR_USER));
    }

    /**
     * The files it is about.
     *
     * @return null when there is nothing of the kind
     */
    public @Nullable AssetClaims assets() {
        return AssetClaims.of(new Json(claims));
    }

    @Override
    public String toString() {
        return "Notice[" + registrationId + ", " + type + "]";
    }
}
