// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huifang.lti.Jwks;
import org.huifang.lti.JwksRules;
import org.huifang.lti.LaunchRules;
import org.huifang.lti.LaunchVerifier;
import org.huifang.lti.LoginResult;
import org.huifang.lti.MessageType;
import org.huifang.lti.NoticeInbox;
import org.huifang.lti.NoticeVerifier;
import org.huifang.lti.OidcLogin;
import org.huifang.lti.ToolSite;
import org.huifang.lti.deeplinking.DeepLinking;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressPolicy;
import org.huifang.lti.registration.DynamicRegistration;
import org.huifang.lti.registration.IssuerRules;
import org.huifang.lti.registration.OfferedMessage;
import org.huifang.lti.registration.ToolProfile;
import org.huifang.lti.service.AssignmentAndGrades;
import org.huifang.lti.service.CourseGroups;
import org.huifang.lti.service.NamesAndRoles;
import org.huifang.lti.service.NoticeHandlers;
import org.huifang.lti.service.RosterRules;
import org.huifang.lti.service.TokenClient;
import org.huifang.lti.storage.StorageExchange;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The LTI library put together. Requests go to public https addresses only, and to the very origins of the platforms
 * that an admin has registered, so that a campus machine is reached when somebody vouches for it.
 */
@Component(service = Tool.class)
public final class Tool {
    private static final Duration LOGIN_LIFE = Duration.ofMinutes(10);
    private static final Set<Integer> HTTPS = Set.of(443);
    private static final Set<String> SCOPES = Set.of(NamesAndRoles.SCOPE, AssignmentAndGrades.LINE_ITEM_READ,
            AssignmentAndGrades.SCORE, AssignmentAndGrades.RESULT, NoticeHandlers.SCOPE, CourseGroups.SCOPE);
    private final Registered registered;
    private final LoginRows logins;
    private final ToolKeyRing keys;
    private final ToolSite site;
    private final InstantSource clock;
    private final DeepLinking picked;
    private volatile @Nullable Outward outward;

    /** What depends on where requests may go. */
    private record Outward(Set<String> origins, Jwks jwks, LaunchVerifier launches, NamesAndRoles rosters,
            AssignmentAndGrades grades, NoticeHandlers notices, CourseGroups groups, TokenClient tokens,
            Egress egress) {}

    @Activate
    public Tool(@Reference Registered registered, @Reference LoginRows logins, @Reference ToolKeyRing keys,
            @Reference Surroundings here, @Reference InstantSource clock) {
        this.registered = registered;
        this.logins = logins;
        this.keys = keys;
        this.clock = clock;
        this.site = new ToolSite(here.url(), URI.create(here.url() + "/lti/launch"));
        this.picked = new DeepLinking(keys, clock);
    }

    LoginResult begin(Map<String, String> parameters) {
        return new OidcLogin(registered, logins.hinting(parameters.get("login_hint")), site, LOGIN_LIFE, clock)
                .begin(parameters);
    }

    /** What the platform's window may know of a launch that came without its cookie. */
    Optional<StorageExchange> stored(Map<String, String> form) {
        return StorageExchange.asking(form, logins, registered, clock);
    }

    NoticeVerifier notices(NoticeInbox inbox) {
        return new NoticeVerifier(registered, inbox, outward().jwks, LaunchRules.STANDARD, clock);
    }

    LaunchVerifier launches() {
        return outward().launches;
    }

    NamesAndRoles rosters() {
        return outward().rosters;
    }

    AssignmentAndGrades grades() {
        return outward().grades;
    }

    NoticeHandlers noticeHandlers() {
        return outward().notices;
    }

    CourseGroups groups() {
        return outward().groups;
    }

    TokenClient tokens() {
        return outward().tokens;
    }

    Egress egress() {
        return outward().egress;
    }

    DeepLinking picked() {
        return picked;
    }

    ToolSite site() {
        return site;
    }

    /** What a platform is told when Huifang registers itself there. */
    ToolProfile profile() {
        URI base = site.base();
        return new ToolProfile("Huifang", Map.of("zh-Hans", "回访", "zh-Hant", "回訪"), null, site, at("/"),
                at("/lti/login"), at("/lti/jwks"), List.of(), null, null, null, null, List.of(), SCOPES,
                List.of("iss", "sub", "name", "given_name", "family_name", "email", "locale"),
                List.of(OfferedMessage.of(MessageType.RESOURCE_LINK, at("/"), null),
                        OfferedMessage.of(MessageType.DEEP_LINKING, URI.create(base + "/lti/deep-link"), null)),
                Map.of("course_start", "$CourseSection.timeFrame.begin", "course_end",
                        "$CourseSection.timeFrame.end", "person_timezone", "$Person.address.timezone"));
    }

    /** @param vouched an address that an admin named, which need not be public; null for public ones only */
    DynamicRegistration registering(@Nullable URI vouched) {
        Set<String> origins = new HashSet<>(registered.origins());
        if (vouched != null) {
            origins.add(Registered.origin(vouched));
        }
        return new DynamicRegistration(new Egress(new EgressPolicy(origins, HTTPS)), IssuerRules.STANDARD);
    }

    /** An own address, tried from here as others would. */
    Egress toSelf() {
        return new Egress(new EgressPolicy(Set.of(Registered.origin(site.base())), HTTPS));
    }

    URI at(String path) {
        return URI.create(site.base() + path);
    }

    private Outward outward() {
        Set<String> origins = registered.origins();
        Outward now = outward;
        return now != null && now.origins.equals(origins) ? now : renewed(origins);
    }

    private synchronized Outward renewed(Set<String> origins) {
        Outward now = outward;
        if (now == null || !now.origins.equals(origins)) {
            Egress egress = new Egress(new EgressPolicy(origins, HTTPS));
            TokenClient tokens = new TokenClient(egress, keys, clock);
            Jwks jwks = new Jwks(egress, JwksRules.STANDARD, clock);
            now = new Outward(origins, jwks, new LaunchVerifier(registered, logins, jwks, site,
                    LaunchRules.STANDARD.serving(MessageType.DEEP_LINKING), clock),
                    new NamesAndRoles(egress, tokens, RosterRules.STANDARD, clock),
                    new AssignmentAndGrades(egress, tokens, clock), new NoticeHandlers(egress, tokens, clock),
                    new CourseGroups(egress, tokens, clock), tokens,
                    egress);
            outward = now;
        }
        return now;
    }
}
