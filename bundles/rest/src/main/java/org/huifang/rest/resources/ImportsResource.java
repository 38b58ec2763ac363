// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.resources;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.access.Needs;
import org.huifang.api.access.Scope;
import org.huifang.api.identity.For;
import org.huifang.api.identity.Role;
import org.huifang.api.intake.ColumnsRefused;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.ImportState;
import org.huifang.api.intake.Intake;
import org.huifang.api.intake.RowFinding;
import org.huifang.rest.Asker;
import org.huifang.rest.Op;
import org.huifang.rest.Paging;
import org.huifang.rest.Refusal;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists of learners in bulk: sent as a file, checked, then taken in; each step goes on in the background. */
@Path("/imports")
@For(Role.SUPERVISOR)
@Needs(Scope.ARCHIVE_WRITE)
@Produces(MediaType.APPLICATION_JSON)
@Component(service = ImportsResource.class, property = "osgi.jakartars.resource=true")
public final class ImportsResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ZIP = "application/zip";

    private final Intake intake;

    @Activate
    public ImportsResource(@Reference Intake intake) {
        this.intake = intake;
    }

    @POST
    @Consumes({"text/csv", XLSX, ZIP})
    @Op(value = "Takes a file in and begins to check it: a list as CSV or workbook, or a OneRoster 1.1 or 1.2 package as zip. Columns of a list are found out, or named in their order: id, name, email, ... and nothing for one that is left out. The ids are known under the name of the list: `api`, or `oneroster` for a package, unless `list` says otherwise", status = 202, gives = ImportRun.class, files = {
            "learners.xlsx", "oneroster.zip"}, body = "id,name,email\ns-1024,王芳,wang.fang@example.org\n")
    public Response upload(InputStream file, @QueryParam("list") @Nullable String list,
            @QueryParam("columns") @Nullable String columns, @Context SecurityContext who, @Context UriInfo uri)
            throws IOException {
        Asker asker = Asker.of(who);
        try {
            ImportRun run = intake.upload(asker.tenant(), asker.id(), "api", file);
            List<String> named = columns == null ? run.columns() : List.of(columns.split(",", -1));
            return begun(intake.check(asker.tenant(), run.id(), named, list == null ? run.list() : list), uri);
        } catch (FileRefused e) {
            throw Refusal.body("",
                    "the file cannot be read: " + e.reason() + (e.line() == 0 ? "" : ", line " + e.line()));
        } catch (ColumnsRefused e) {
            throw Refusal.parameter("columns", "do not do: " + e.reason() + " " + e.column());
        }
    }

    @GET
    @Op("Lists imports, newest first")
    public Page<ImportRun> runs(@BeanParam Paging paging, @Context SecurityContext who) {
        return intake.runs(Asker.tenant(who), paging.after(), paging.limit(100));
    }

    @GET
    @Path("{run}")
    @Op("Tells how an import stands: ask again while it is CHECKING, RUNNING or UNDOING")
    public ImportRun run(@PathParam("run") UUID run, @Context SecurityContext who) {
        return intake.run(Asker.tenant(who), run).orElseThrow(NotFoundException::new);
    }

    @GET
    @Path("{run}/errors")
    @Op("Lists the rows that cannot be taken, and why")
    public Page<RowFinding> errors(@PathParam("run") UUID run, @BeanParam Paging paging,
            @Context SecurityContext who) {
        run(run, who);
        return intake.errors(Asker.tenant(who), run, paging.after(), paging.limit());
    }

    @POST
    @Path("{run}/start")
    @Op(value = "Begins to take the rows of an import that is CHECKED", status = 202, gives = ImportRun.class)
    public Response start(@PathParam("run") UUID run, @Context SecurityContext who, @Context UriInfo uri) {
        if (run(run, who).state() != ImportState.CHECKED) {
            throw Refusal.conflict("Only an import that is CHECKED can start.");
        }
        intake.start(Asker.tenant(who), run);
        return begun(run(run, who), uri);
    }

    @POST
    @Path("{run}/undo")
    @Op(value = "Begins to take back what an import said", status = 202, gives = ImportRun.class)
    public Response undo(@PathParam("run") UUID run, @Context SecurityContext who, @Context UriInfo uri) {
        ImportState state = run(run, who).state();
        if (state != ImportState.DONE && state != ImportState.STOPPED && state != ImportState.FAILED) {
            throw Refusal.conflict("Only an import that has ended can be undone.");
        }
        intake.undo(Asker.tenant(who), run);
        return begun(run(run, who), uri);
    }

    private static Response begun(ImportRun run, UriInfo uri) {
        return Response.accepted(run)
                .location(uri.getBaseUriBuilder().path("imports").path(run.id().toString()).build()).build();
    }
}
