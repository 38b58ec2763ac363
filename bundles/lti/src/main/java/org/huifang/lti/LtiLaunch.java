// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.huifang.lti.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A verified launch. Everything in it was signed by the platform, except the message hint, which comes from the login
 * and is not to be trusted. Ids are unique only together: key a person by issuer and subject, a course by issuer,
 * deployment and context id.
 *
 * @param registrationId the caller's registration, which names the tenant
 * @param messageType what kind of message
 * @param issuer iss
 * @param clientId the tool's client_id
 * @param deploymentId one of the registration's deployments
 * @param user who launches
 * @param roles the roles; may be empty
 * @param context the course; null when launched outside of one
 * @param resourceLink the link opened; never null for {@link MessageType#RESOURCE_LINK}
 * @param targetLinkUri the page to show, checked to be inside the tool
 * @param custom custom parameters; a variable the platform does not know arrives as its literal {@code $Name}
 * @param presentation how the platform shows the tool; null when not said
 * @param namesAndRoles the roster's door; null when not offered
 * @param assignmentAndGrades the grades' door; null when not offered
 * @param messageHint lti_message_hint of the login, not signed (Moodle: JSON with cmid); null when none
 * @param issuedAt iat
 * @param claims all claims of the token, for extensions not modelled here
 */
public record LtiLaunch(String registrationId, MessageType messageType, String issuer, String clientId,
        String deploymentId, LtiUser user, Roles roles, @Nullable Context context, @Nullable ResourceLink resourceLink,
        URI targetLinkUri, Map<String, String> custom, @Nullable LaunchPresentation presentation,
        @Nullable NamesAndRolesClaim namesAndRoles, @Nullable AssignmentAndGradesClaim assignmentAndGrades,
        @Nullable String messageHint, Instant issuedAt, Map<String, Object> claims) {
    /**
     * What the user may do in the course.
     *
     * @return the strongest power of the roles
     */
    public Power power() {
        return roles.power();
    }

    /**
     * The language the platform wants.
     *
     * @return the launch's locale, or else the user's; null when neither was sent
     */
    public @Nullable String locale() {
        return presentation != null && presentation.locale() != null ? presentation.locale() : user.locale();
    }

    /**
     * What a deep linking response must keep.
     *
     * @return null unless this is a {@link MessageType#DEEP_LINKING}, where it never is
     */
    public @Nullable DeepLinkingSettings deepLinking() {
        return messageType == MessageType.DEEP_LINKING
                ? DeepLinkingSettings.of(new Json(claims).object(Claims.DEEP_LINKING + "deep_linking_settings"))
                : null;
    }

    /**
     * Whose work is looked at.
     *
     * @return never null in a {@link MessageType#SUBMISSION_REVIEW}
     */
    public @Nullable ForUser forUser() {
        return ForUser.of(new Json(claims).object(Claims.FOR_USER));
    }

    /**
     * The course groups' door.
     *
     * @return null when not offered
     */
    public @Nullable CourseGroupsClaim courseGroups() {
        return CourseGroupsClaim.of(new Json(claims));
    }

    /**
     * The door for notices of the platform.
     *
     * @return null when not offered
     */
    public @Nullable NotificationsClaim notifications() {
        return NotificationsClaim.of(new Json(claims));
    }

    /**
     * What the messages of asset processors carry.
     *
     * @return null when there is nothing of the kind
     */
    public @Nullable AssetClaims assets() {
        return AssetClaims.of(new Json(claims));
    }

    @Override
    public String toString() {
        return "LtiLaunch[" + registrationId + ", " + messageType + ", " + roles.power() + "]";
    }
}
