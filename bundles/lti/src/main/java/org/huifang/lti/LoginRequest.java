// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The platform's third-party initiated login, by GET or by POST.
 *
 * @param issuer iss
 * @param loginHint login_hint, echoed to the platform
 * @param targetLinkUri target_link_uri
 * @param clientId client_id, null when not sent
 * @param deploymentId lti_deployment_id, null when not sent
 * @param messageHint lti_message_hint, echoed to the platform, null when not sent
 * @param storageTarget lti_storage_target, null when the platform offers no storage
 */
public record LoginRequest(String issuer, String loginHint, String targetLinkUri, @Nullable String clientId,
        @Nullable String deploymentId, @Nullable String messageHint, @Nullable String storageTarget) {
    private static final int LONGEST = 8192;

    static LoginRequest parse(Map<String, String> parameters) throws Refusal {
        for (String value : parameters.values()) {
            Refusal.unless(value.length() <= LONGEST, ReasonCode.TOO_LARGE, "a login parameter is too long");
        }
        return new LoginRequest(required(parameters, "iss"), required(parameters, "login_hint"),
                required(parameters, "target_link_uri"), optional(parameters, "client_id"),
                optional(parameters, "lti_deployment_id"), optional(parameters, "lti_message_hint"),
                optional(parameters, "lti_storage_target"));
    }

    private static String required(Map<String, String> parameters, String name) throws Refusal {
        String value = optional(parameters, name);
        if (value == null) {
            throw new Refusal(name.equals("target_link_uri") ? ReasonCode.TARGET_LINK_URI : ReasonCode.MALFORMED,
                    "login without " + name);
        }
        return value;
    }

    private static @Nullable String optional(Map<String, String> parameters, String name) {
        String value = parameters.get(name);
        return value == null || value.isBlank() || value.indexOf('\0') >= 0 ? null : value;
    }
}
