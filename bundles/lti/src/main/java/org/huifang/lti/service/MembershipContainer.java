// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.huifang.lti.Context;
import org.huifang.lti.Roles;
import org.huifang.lti.json.Json;
import org.jspecify.annotations.Nullable;

/** Reads one membership container. */
final class MembershipContainer {
    static final String MEDIA_TYPE = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

    private MembershipContainer() {
    }

    static boolean labelled(@Nullable String contentType) {
        return contentType != null && contentType.split(";", 2)[0].trim().equalsIgnoreCase(MEDIA_TYPE);
    }

    /** The members not in {@code seen}, which grows by them: while pages are read, people move between pages. */
    static RosterPage page(int number, Json container, Set<String> seen) {
        List<Member> members = new ArrayList<>();
        for (Json member : container.objects("members")) {
            String userId = id(member, "user_id");
            if (userId != null && seen.add(userId)) {
                members.add(member(userId, member));
            }
        }
        return new RosterPage(number, context(container.object("context")), members);
    }

    private static @Nullable Context context(Json context) {
        String id = context.id("id");
        return id == null ? null : new Context(id, context.text("label"), context.text("title"), List.of());
    }

    private static Member member(String userId, Json m) {
        return new Member(userId, status(m.text("status")), Roles.of(m.texts("roles")), m.text("name"),
                m.text("given_name"), m.text("family_name"), m.text("email"), m.text("picture"),
                m.text("lis_person_sourcedid"), groups(m));
    }

    private static Set<String> groups(Json member) {
        return member.objects("group_enrollments").stream().map(g -> id(g, "group_id")).filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static @Nullable String id(Json json, String name) {
        Long number = json.number(name);
        return number == null ? json.id(name) : Long.toString(number);
    }

    /** What is not known as active does not count as active. */
    private static Member.Status status(@Nullable String status) {
        return status == null ? Member.Status.ACTIVE : switch (status.toLowerCase(Locale.ROOT)) {
            case "active" -> Member.Status.ACTIVE;
            case "deleted" -> Member.Status.DELETED;
            default -> Member.Status.INACTIVE;
        };
    }
}
