// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.resources;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.access.Needs;
import org.huifang.api.access.Scope;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.Edit;
import org.huifang.api.archive.Edited;
import org.huifang.api.archive.FieldValue;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.LearnerFile;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.huifang.rest.Asker;
import org.huifang.rest.Op;
import org.huifang.rest.Refusal;
import org.huifang.rest.Version;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Single values of a file. The version of a value is the one that holds; nobody overwrites what they have not read. */
@Path("/learners/{learner}/values/{field}")
@For({Role.AGENT, Role.SUPERVISOR})
@Needs(Scope.ARCHIVE_READ)
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ValuesResource.class, property = "osgi.jakartars.resource=true")
public final class ValuesResource {
    /**
     * A value as somebody says it.
     *
     * @param value "" is "has none"
     * @param confidence how sure it is; REPORTED when left out
     */
    public record NewValue(String value, @Nullable Confidence confidence) {}

    private final LearnerArchive archive;
    private final FileKeeping keeping;
    private final InstantSource clock;

    @Activate
    public ValuesResource(@Reference LearnerArchive archive, @Reference FileKeeping keeping,
            @Reference InstantSource clock) {
        this.archive = archive;
        this.keeping = keeping;
        this.clock = clock;
    }

    @GET
    @Op(value = "Reads the value that holds for a field; its ETag is the version to edit it by. For members of staff masked as the file is, or with a reason in full", gives = FieldValue.class)
    public Response value(@PathParam("learner") UUID learner, @PathParam("field") String field,
            @QueryParam("reason") @Nullable String reason, @Context SecurityContext who) {
        FieldValue value = holds(learner, field, who).orElseThrow(NotFoundException::new);
        return Response.ok(new Reveal(archive, clock, who, reason).of(value, learner)).tag(String.valueOf(value.id()))
                .build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.ARCHIVE_WRITE)
    @Op(value = "Says a value of a field: with If-Match of the value that was read, or If-None-Match: * where there was none. A source that ranks higher may still stand above it", status = 204, conditional = true, body = "{\"value\": \"+8613800138000\", \"confidence\": \"STATED\"}")
    public Response say(@PathParam("learner") UUID learner, @PathParam("field") String field,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String noneMatch, NewValue said,
            @Context SecurityContext who) {
        Asker asker = Asker.of(who);
        Edited edited = keeping.edit(asker.tenant(), new Edit(UUID.randomUUID(), learner, field, said.value(),
                seen(match, noneMatch), Objects.requireNonNullElse(said.confidence(), Confidence.REPORTED),
                asker.source(), asker.author(), clock.instant()));
        return switch (edited) {
            case Edited.Taken taken -> {
                Response.ResponseBuilder done = Response.noContent();
                holds(learner, field, who).ifPresent(now -> done.tag(String.valueOf(now.id())));
                yield done.build();
            }
            case Edited.ChangedMeanwhile(FieldValue now) -> throw Version.changed();
            case Edited.Refused(String reason) when reason.equals("field") -> throw new NotFoundException();
            case Edited.Refused(String reason) ->
                throw Refusal.body("/value", "cannot be right for this field: " + reason);
            case Edited.Unknown unknown -> throw new NotFoundException();
        };
    }

    private static @Nullable Long seen(@Nullable String match, @Nullable String noneMatch) {
        if (match == null && "*".equals(noneMatch)) {
            return null;
        }
        if (match == null) {
            throw Version.missing();
        }
        String tag = match.strip();
        if (!tag.matches("\"[0-9]{1,18}\"")) {
            throw Version.changed();
        }
        return Long.valueOf(tag.substring(1, tag.length() - 1));
    }

    private Optional<FieldValue> holds(UUID learner, String field, SecurityContext who) {
        LearnerFile file = archive.file(Asker.tenant(who), learner).orElseThrow(NotFoundException::new);
        return file.value(field);
    }
}
