// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.huifang.lti.Registration;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressException;
import org.huifang.lti.egress.EgressRequest;
import org.huifang.lti.egress.EgressResponse;
import org.huifang.lti.json.Json;
import org.huifang.lti.service.ServiceFailure.Kind;
import org.jspecify.annotations.Nullable;

/** Calls with a token, which is renewed once when the platform no longer takes it. */
record ServiceCalls(Egress egress, TokenClient tokens, InstantSource clock) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LARGEST = 8 << 20;
    private static final int MOST_PAGES = 1_000;
    private static final int MOST_ITEMS = 100_000;

    /** What may go wrong ends in one place. */
    interface Step<T> {
        T take() throws Broken;
    }

    static <T> ServiceResult<T> result(Step<T> step) {
        try {
            return new ServiceResult.Done<>(step.take());
        } catch (Broken e) {
            return new ServiceResult.Failed<>(e.failure);
        }
    }

    EgressResponse get(Registration registration, String scope, URI uri, String accept) throws Broken {
        return send(registration, scope, "GET", uri, Map.of("Accept", accept), "");
    }

    EgressResponse write(Registration registration, String scope, String method, URI uri, String type, String body)
            throws Broken {
        return send(registration, scope, method, uri, Map.of("Accept", type, "Content-Type", type), body);
    }

    EgressResponse send(Registration registration, String scope, String method, URI uri, Map<String, String> headers,
            String body) throws Broken {
        EgressRequest request = new EgressRequest(method, uri, new LinkedHashMap<>(headers),
                body.getBytes(StandardCharsets.UTF_8), LARGEST, PATIENCE);
        try {
            AccessToken token = token(registration, scope);
            EgressResponse answer = egress.send(request.bearer(token.value()));
            if (answer.status() == 401) {
                tokens.drop(token);
                answer = egress.send(request.bearer(token(registration, scope).value()));
            }
            if (answer.status() < 200 || answer.status() > 299) {
                throw new Broken(ServiceFailure.of(answer, Kind.UNEXPECTED_ANSWER,
                        "the service answered " + answer.status() + " to " + method, clock.instant()));
            }
            return answer;
        } catch (EgressException e) {
            throw new Broken(ServiceFailure.of(e));
        }
    }

    /** All pages; the next link must stay at the first page's origin. */
    List<Json> pages(Registration registration, String scope, URI first, String accept,
            Function<EgressResponse, @Nullable List<Json>> items) throws Broken {
        List<Json> all = new ArrayList<>();
        Set<URI> visited = new HashSet<>();
        for (URI page = first; page != null;) {
            Broken.unless(visited.add(page) && visited.size() <= MOST_PAGES && all.size() <= MOST_ITEMS, Kind.TOO_MUCH,
                    "more pages than allowed, or pages in a circle");
            EgressResponse answer = get(registration, scope, page, accept);
            List<Json> some = items.apply(answer);
            if (some == null) {
                throw new Broken(ServiceFailure.of(Kind.UNEXPECTED_ANSWER, "the answer is not what was asked for"));
            }
            all.addAll(some);
            page = Links.find(answer.headers("link"), "next", page);
            Broken.unless(page == null || Egress.sameOrigin(page, first), Kind.FOREIGN_LINK,
                    "the next page is at another origin");
        }
        return all;
    }

    private AccessToken token(Registration registration, String scope) throws Broken {
        return switch (tokens.token(registration, Set.of(scope))) {
            case TokenResult.Granted granted -> granted.token();
            case TokenResult.Failed failed -> throw new Broken(failed.failure());
        };
    }
}
