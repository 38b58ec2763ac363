// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.huifang.lti.CourseGroupsClaim;
import org.huifang.lti.Registration;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.json.Json;
import org.huifang.lti.service.ServiceFailure.Kind;
import org.jspecify.annotations.Nullable;

/** Course Groups Service 1.0: the groups of a course. Safe for many threads; blocks. */
public final class CourseGroups {
    /** The scope a token needs. */
    public static final String SCOPE = "https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly";

    private static final String GROUPS = "application/vnd.ims.lti-gs.v1.contextgroupcontainer+json";
    private static final String SETS = "application/vnd.ims.lti-gs.v1.contextgroupsetcontainer+json";

    private final ServiceCalls calls;

    /**
     * A reader.
     *
     * @param egress the way out
     * @param tokens the tool's tokens
     * @param clock the time
     */
    public CourseGroups(Egress egress, TokenClient tokens, InstantSource clock) {
        this.calls = new ServiceCalls(egress, tokens, clock);
    }

    /**
     * Reads groups, all pages.
     *
     * @param registration the platform
     * @param claim from a verified launch
     * @param userId only the groups of this person; null for all
     * @return the groups
     */
    public ServiceResult<List<CourseGroup>> groups(Registration registration, CourseGroupsClaim claim,
            @Nullable String userId) {
        return ServiceCalls.result(() -> read(registration, claim,
                Links.with(claim.contextGroupsUrl(), "user_id", userId), GROUPS, "groups"));
    }

    /**
     * Reads sets of groups, all pages.
     *
     * @param registration the platform
     * @param claim from a verified launch
     * @return the sets; none when the platform knows no such thing
     */
    public ServiceResult<List<CourseGroup>> sets(Registration registration, CourseGroupsClaim claim) {
        URI url = claim.contextGroupSetsUrl();
        return url == null
                ? new ServiceResult.Done<>(List.of())
                : ServiceCalls.result(() -> read(registration, claim, url, SETS, "sets"));
    }

    private List<CourseGroup> read(Registration registration, CourseGroupsClaim claim, URI url, String type,
            String member) throws Broken {
        Broken.unless(claim.scopes().isEmpty() || claim.scopes().contains(SCOPE), Kind.SCOPE_MISSING,
                "the launch does not offer " + SCOPE);
        return calls
                .pages(registration, SCOPE, url, type,
                        answer -> Json.parse(answer.text()).filter(j -> j.has(member)).map(j -> j.objects(member))
                                .orElse(null))
                .stream().map(CourseGroups::group).filter(Objects::nonNull).toList();
    }

    private static @Nullable CourseGroup group(Json json) {
        String id = id(json, "id");
        return id == null
                ? null
                : new CourseGroup(id, Objects.requireNonNullElse(json.text("name"), ""), json.text("tag"),
                        id(json, "set_id"));
    }

    private static @Nullable String id(Json json, String name) {
        Long number = json.number(name);
        return number == null ? json.id(name) : number.toString();
    }
}
