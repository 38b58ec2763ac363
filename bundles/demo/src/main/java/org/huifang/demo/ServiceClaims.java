// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a launch says about the platform's services, and what a picking asks for. */
@Component(service = ServiceClaims.class)
public final class ServiceClaims {
    private final Campus campus;
    private final Activities activities;
    private final Grades grades;
    private final GradeWords words;
    private final Quirks quirks;

    @Activate
    public ServiceClaims(@Reference Campus campus, @Reference Activities activities, @Reference Grades grades,
            @Reference GradeWords words, @Reference Quirks quirks) {
        this.campus = campus;
        this.activities = activities;
        this.grades = grades;
        this.words = words;
        this.quirks = quirks;
    }

    String role(String word, String vocabulary) {
        return quirks.has(Quirk.BARE_ROLES) ? word : vocabulary + word;
    }

    Map<String, Object> of(Client client, Optional<Activity> activity) {
        Map<String, Object> claims = new LinkedHashMap<>();
        if (client.may(Scopes.ROSTER)) {
            claims.put("https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice",
                    Map.of("context_memberships_url", campus.membersUrl(), "service_versions", List.of("2.0")));
        }
        List<String> scopes = List.of(Scopes.LINE_ITEMS, Scopes.LINE_ITEMS_READ, Scopes.SCORES, Scopes.RESULTS)
                .stream().filter(client::may).toList();
        if (!scopes.isEmpty()) {
            Map<String, Object> endpoint = new LinkedHashMap<>(Map.of("scope", scopes, "lineitems", words.items()));
            activity.flatMap(grades::of).ifPresent(item -> endpoint.put("lineitem", words.address(item)));
            claims.put("https://purl.imsglobal.org/spec/lti-ags/claim/endpoint", endpoint);
        }
        if (client.may(Scopes.GROUPS)) {
            claims.put("https://purl.imsglobal.org/spec/lti-gs/claim/groupsservice",
                    Map.of("scope", List.of(Scopes.GROUPS), "context_groups_url", campus.at("/groups"),
                            "context_group_sets_url", campus.at("/groupsets"), "service_versions", List.of("1.0")));
        }
        return claims;
    }

    JWTClaimsSet picking(Client client, JWTClaimsSet.Builder claims) {
        Activities.Picking picking = activities.begin(client.id());
        boolean moodle = quirks.has(Quirk.NO_DATA);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("deep_link_return_url", campus.at("/content?session=" + picking.session()));
        settings.put("accept_types", moodle ? List.of("ltiResourceLink") : List.of("link", "ltiResourceLink"));
        settings.put("accept_presentation_document_targets", List.of("iframe", "window"));
        settings.put("accept_multiple", true);
        settings.put("accept_lineitem", true);
        settings.put("auto_create", false);
        settings.put("title", Lessons.COURSE_TITLE);
        if (!moodle) {
            settings.put("data", picking.data());
        }
        return claims.claim("https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings", settings).build();
    }
}
