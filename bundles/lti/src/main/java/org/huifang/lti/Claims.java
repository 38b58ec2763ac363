// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.net.URI;
import java.util.Set;
import org.huifang.lti.json.Json;
import org.jspecify.annotations.Nullable;

/** The claims of LTI, and what each part of a launch is made of. */
final class Claims {
    static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    static final String VERSION = LTI + "version";
    static final String MESSAGE_TYPE = LTI + "message_type";
    static final String DEPLOYMENT = LTI + "deployment_id";
    static final String TARGET_LINK_URI = LTI + "target_link_uri";
    static final String RESOURCE_LINK = LTI + "resource_link";
    static final String ROLES = LTI + "roles";
    static final String FOR_USER = LTI + "for_user";
    static final String DEEP_LINKING = "https://purl.imsglobal.org/spec/lti-dl/claim/";
    private static final String NRPS = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";
    private static final String AGS = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";

    private Claims() {
    }

    static LtiUser user(Json claims) {
        return new LtiUser(claims.id("sub"), claims.text("name"), claims.text("given_name"),
                claims.text("family_name"), claims.text("email"), claims.text("picture"), claims.text("locale"));
    }

    static @Nullable Context context(Json claims) {
        Json c = claims.object(LTI + "context");
        String id = c.id("id");
        return id == null ? null : new Context(id, c.text("label"), c.text("title"), c.texts("type"));
    }

    static @Nullable ResourceLink resourceLink(Json claims) {
        Json link = claims.object(RESOURCE_LINK);
        String id = link.id("id");
        return id == null ? null : new ResourceLink(id, link.text("title"), link.text("description"));
    }

    static @Nullable LaunchPresentation presentation(Json claims) {
        Json p = claims.object(LTI + "launch_presentation");
        return p.members().isEmpty()
                ? null
                : new LaunchPresentation(p.text("document_target"), p.web("return_url"), p.text("locale"));
    }

    static @Nullable NamesAndRolesClaim namesAndRoles(Json claims) {
        Json nrps = claims.object(NRPS);
        URI url = nrps.web("context_memberships_url");
        return url == null ? null : new NamesAndRolesClaim(url, nrps.texts("service_versions"));
    }

    static @Nullable AssignmentAndGradesClaim assignmentAndGrades(Json claims) {
        Json ags = claims.object(AGS);
        return ags.members().isEmpty()
                ? null
                : new AssignmentAndGradesClaim(Set.copyOf(ags.texts("scope")), ags.web("lineitems"),
                        ags.web("lineitem"));
    }
}
