// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.resources;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huifang.api.Page;
import org.huifang.api.access.Needs;
import org.huifang.api.access.Scope;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.Move;
import org.huifang.api.ticket.Moved;
import org.huifang.api.ticket.NewTicket;
import org.huifang.api.ticket.Ticket;
import org.huifang.api.ticket.TicketFile;
import org.huifang.api.ticket.TicketFilter;
import org.huifang.api.ticket.TicketState;
import org.huifang.api.ticket.Tickets;
import org.huifang.rest.Asker;
import org.huifang.rest.Op;
import org.huifang.rest.Paging;
import org.huifang.rest.Refusal;
import org.huifang.rest.WriteKey;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Problems, from where they were raised to where they are solved. */
@Path("/tickets")
@For({Role.AGENT, Role.SUPERVISOR})
@Needs(Scope.REVISIT_READ)
@Produces(MediaType.APPLICATION_JSON)
@Component(service = TicketsResource.class, property = "osgi.jakartars.resource=true")
public final class TicketsResource {
    /**
     * A problem.
     *
     * @param title one line, 1 to 200 characters
     * @param said in the words of whoever raised it
     */
    public record Raised(UUID learner, @Nullable UUID course, Area area, @Nullable String code, String title,
            @Nullable String said) {
        public Raised {
            if (title.isBlank() || title.length() > 200) {
                throw new IllegalArgumentException("a title has 1 to 200 characters");
            }
            if (code != null && code.length() > 60 || said != null && said.length() > 5_000) {
                throw new IllegalArgumentException("a code has at most 60 characters, what was said 5,000");
            }
        }
    }

    private static final Set<Role> LEADS = Set.of(Role.SUPERVISOR, Role.ADMIN);

    private final Tickets tickets;
    private final LearnerArchive archive;
    private final Accounts accounts;
    private final InstantSource clock;

    @Activate
    public TicketsResource(@Reference Tickets tickets, @Reference LearnerArchive archive,
            @Reference Accounts accounts, @Reference InstantSource clock) {
        this.tickets = tickets;
        this.archive = archive;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GET
    @Op("Lists tickets by what is owed next; without a state, those that are not closed")
    public Page<Ticket> list(@QueryParam("area") @Nullable Area area, @QueryParam("course") @Nullable UUID course,
            @QueryParam("state") @Nullable TicketState state, @QueryParam("owner") @Nullable UUID owner,
            @QueryParam("late") @DefaultValue("false") boolean late, @BeanParam Paging paging,
            @Context SecurityContext who) {
        return tickets.list(Asker.tenant(who), new TicketFilter(area, course, state, owner, null, late),
                paging.after(), paging.limit());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.REVISIT_WRITE)
    @Op(value = "Raises a ticket", status = 201, gives = Ticket.class, body = """
            {"learner": "00000000-0000-4000-8000-000000000000", "area": "SERVICE", "title": "Cannot open lesson 4",
            "said": "The page stays white."}""")
    public Response raise(Raised raised, @BeanParam WriteKey key, @Context SecurityContext who,
            @Context UriInfo uri) {
        Asker asker = Asker.of(who);
        if (archive.file(asker.tenant(), raised.learner()).isEmpty()) {
            throw Refusal.body("/learner", "has no file here");
        }
        if (raised.course() != null && archive.course(asker.tenant(), raised.course()).isEmpty()) {
            throw Refusal.body("/course", "is no course here");
        }
        Ticket ticket = raise(asker, raised, key);
        return Response.created(uri.getBaseUriBuilder().path("tickets").path(ticket.id().toString()).build())
                .entity(ticket).build();
    }

    private Ticket raise(Asker asker, Raised raised, WriteKey key) {
        try {
            return tickets.raise(asker.tenant(),
                    new NewTicket("api:" + key.of(asker), raised.learner(), raised.course(), null, raised.area(),
                            Objects.requireNonNullElse(raised.code(), ""), raised.title(),
                            Objects.requireNonNullElse(raised.said(), ""), null, asker.author(), clock.instant()));
        } catch (IllegalStateException e) {
            boolean led = accounts.all(asker.tenant()).stream()
                    .anyMatch(one -> !one.disabled() && !Collections.disjoint(one.roles(), LEADS));
            if (led) {
                throw e;
            }
            throw Refusal.conflict("Nobody in this school could answer: give somebody an account first.");
        }
    }

    @GET
    @Path("{ticket}")
    @Op("Reads all about a ticket, with its thread")
    public TicketFile file(@PathParam("ticket") UUID ticket, @Context SecurityContext who) {
        return tickets.file(Asker.tenant(who), ticket).orElseThrow(NotFoundException::new);
    }

    @POST
    @Path("{ticket}/moves")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.REVISIT_WRITE)
    @Op(value = "Moves a ticket on; what its rules refuse changes nothing", body = "{\"kind\": \"Answer\", \"text\": \"We look into it today.\", \"how\": \"message\"}")
    public Ticket move(@PathParam("ticket") UUID ticket, Move move, @Context SecurityContext who) {
        Asker asker = Asker.of(who);
        return switch (tickets.move(asker.tenant(), ticket, move, asker.id())) {
            case Moved.Done(Ticket now) -> now;
            case Moved.Refused(Set<Moved.Reason> reasons) when reasons.contains(Moved.Reason.UNKNOWN) ->
                throw new NotFoundException();
            case Moved.Refused(Set<Moved.Reason> reasons) -> throw Refusal.conflict("Not done: "
                    + reasons.stream().map(Enum::name).sorted().collect(Collectors.joining(", ")) + ".");
        };
    }
}
