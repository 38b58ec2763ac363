// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import java.net.URI;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.huifang.lti.Registration;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressException;
import org.huifang.lti.egress.EgressRequest;
import org.huifang.lti.egress.EgressResponse;
import org.huifang.lti.json.Json;
import org.huifang.lti.service.ServiceFailure.Kind;
import org.jspecify.annotations.Nullable;

/** One reading of one roster, from its first page to its last. */
final class RosterReading {
    private final Egress egress;
    private final TokenClient tokens;
    private final RosterRules rules;
    private final InstantSource clock;
    private final Registration registration;
    private final Set<String> scopes;
    private final RosterQuery query;
    private final Set<String> members = new HashSet<>();
    private final Set<URI> visited = new HashSet<>();
    private boolean renewed;
    private int pages;
    private int handedOver;

    RosterReading(Egress egress, TokenClient tokens, RosterRules rules, InstantSource clock,
            Registration registration, Set<String> scopes, RosterQuery query) {
        this.egress = egress;
        this.tokens = tokens;
        this.rules = rules;
        this.clock = clock;
        this.registration = registration;
        this.scopes = scopes;
        this.query = query;
    }

    RosterResult read(URI url, Consumer<RosterPage> consumer) {
        URI differences = null;
        try {
            URI next = asked(Links.with(url, "limit", query.limit() > 0 ? Integer.toString(query.limit()) : null));
            while (next != null) {
                URI page = next;
                EgressResponse answer = page(page);
                RosterPage read = MembershipContainer.page(pages + 1, container(answer), members);
                Broken.unless(members.size() <= rules.maxMembers(), Kind.TOO_MUCH, "more members than allowed");
                next = next(answer, page, url);
                differences = own(Links.find(answer.headers("link"), "differences", page), url);
                consumer.accept(read);
                pages++;
                handedOver += read.members().size();
            }
            return new RosterResult.Complete(handedOver, pages, differences);
        } catch (Broken e) {
            return new RosterResult.Failed(e.failure, handedOver, pages);
        }
    }

    /** The query is put to every page again: Moodle's next link forgets the role. */
    private URI asked(URI uri) {
        URI asked = Links.with(Links.with(uri, "role", query.role()), "rlid", query.resourceLinkId());
        return Links.with(asked, "groups", query.groups() ? "true" : null);
    }

    private @Nullable URI next(EgressResponse answer, URI page, URI first) throws Broken {
        URI next = Links.find(answer.headers("link"), "next", page);
        if (next == null) {
            return null;
        }
        Broken.unless(Egress.sameOrigin(next, first), Kind.FOREIGN_LINK, "the next page is at another origin");
        Broken.unless(pages + 1 < rules.maxPages(), Kind.TOO_MUCH, "more pages than allowed");
        return asked(next);
    }

    private static @Nullable URI own(@Nullable URI link, URI first) {
        return link != null && Egress.sameOrigin(link, first) ? link : null;
    }

    private EgressResponse page(URI uri) throws Broken {
        Broken.unless(visited.add(uri), Kind.TOO_MUCH, "the pages go in a circle");
        AccessToken token = token();
        EgressResponse answer = send(uri, token);
        if (answer.status() == 401 && !renewed) {
            renewed = true;
            tokens.drop(token);
            answer = send(uri, token());
        }
        if (answer.status() != 200) {
            throw new Broken(ServiceFailure.of(answer, Kind.UNEXPECTED_ANSWER,
                    "the roster answered " + answer.status(), clock.instant()));
        }
        return answer;
    }

    private Json container(EgressResponse answer) throws Broken {
        Optional<Json> json = MembershipContainer.labelled(answer.header("content-type"))
                ? Json.parse(answer.text())
                : Optional.empty();
        return json.orElseThrow(() -> new Broken(new ServiceFailure(Kind.UNEXPECTED_ANSWER, 200, null,
                "the answer is no membership container")));
    }

    private AccessToken token() throws Broken {
        return switch (tokens.token(registration, scopes)) {
            case TokenResult.Granted granted -> granted.token();
            case TokenResult.Failed failed -> throw new Broken(failed.failure());
        };
    }

    private EgressResponse send(URI uri, AccessToken token) throws Broken {
        try {
            return egress.send(EgressRequest.get(uri, MembershipContainer.MEDIA_TYPE).bearer(token.value())
                    .within(rules.maxPageBytes(), rules.pageTimeout()));
        } catch (EgressException e) {
            throw new Broken(ServiceFailure.of(e));
        }
    }
}
