// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.resources;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.huifang.api.access.Needs;
import org.huifang.api.access.Scope;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Receipt;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.huifang.api.platform.Platforms;
import org.huifang.rest.Asker;
import org.huifang.rest.Op;
import org.huifang.rest.Refusal;
import org.huifang.rest.WriteKey;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What happened elsewhere, recorded here. */
@Path("/facts")
@For(Role.SUPERVISOR)
@Needs(Scope.ARCHIVE_WRITE)
@Produces(MediaType.APPLICATION_JSON)
@Component(service = FactsResource.class, property = "osgi.jakartars.resource=true")
public final class FactsResource {
    private static final int MOST = 500;
    /** Clocks differ; more than that is a mistake. */
    private static final Duration AHEAD = Duration.ofDays(1);

    /**
     * Facts that are recorded all or none.
     *
     * @param platform the registered platform whose ids persons and courses are named by; the client's own when left out
     */
    public record NewFacts(@Nullable UUID platform, List<NewFact> facts) {
        public NewFacts {
            facts = List.copyOf(facts);
            if (facts.isEmpty() || facts.size() > MOST) {
                throw new IllegalArgumentException("1 to " + MOST + " facts at once");
            }
        }
    }

    /**
     * What they were filed under.
     *
     * @param learners files by the ids that were sent
     * @param courses courses by the ids that were sent
     */
    public record Filed(Map<String, UUID> learners, Map<String, UUID> courses) {}

    private final LearnerArchive archive;
    private final Platforms platforms;
    private final InstantSource clock;

    @Activate
    public FactsResource(@Reference LearnerArchive archive, @Reference Platforms platforms,
            @Reference InstantSource clock) {
        this.archive = archive;
        this.platforms = platforms;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Op(value = "Records facts, all or none; answers which files and courses they belong to", status = 201, gives = Filed.class, body = """
            {"facts": [{"kind": "Enrolled", "course": "de-a1", "person": "s-1024", "name": "王芳",
            "email": "wang.fang@example.org", "at": "2026-09-01T08:00:00Z"}]}""")
    public Response record(NewFacts told, @BeanParam WriteKey key, @Context SecurityContext who) {
        Asker asker = Asker.of(who);
        String source = source(told.platform(), asker);
        Instant latest = clock.instant().plus(AHEAD);
        for (int i = 0; i < told.facts().size(); i++) {
            Instant at = told.facts().get(i).at();
            if (at.isAfter(latest) || at.isBefore(Instant.EPOCH)) {
                throw Refusal.body("/facts/" + i + "/at", "is before 1970 or in the future");
            }
        }
        List<Fact> facts = told.facts().stream().map(one -> one.fact(source, asker.author())).toList();
        Receipt receipt = archive
                .record(new Delivery(asker.tenant(), asker.source(), key.of(asker).toString(), facts));
        return Response.status(201).entity(filed(receipt)).build();
    }

    private String source(@Nullable UUID platform, Asker asker) {
        if (platform == null) {
            return asker.source();
        }
        return "platform:" + platforms.find(asker.tenant(), platform)
                .orElseThrow(() -> Refusal.body("/platform", "is no platform of yours")).id();
    }

    private static Filed filed(Receipt receipt) {
        Map<String, UUID> learners = new TreeMap<>();
        Map<String, UUID> courses = new TreeMap<>();
        if (receipt instanceof Receipt.Recorded recorded) {
            recorded.people().forEach((key, id) -> learners.put(key.subject(), id));
            recorded.courses().forEach((key, id) -> courses.put(key.context(), id));
        }
        return new Filed(learners, courses);
    }
}
