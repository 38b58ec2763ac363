// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.ImportState;
import org.huifang.api.intake.RowFinding;
import org.huifang.api.intake.RowKind;
import org.huifang.api.intake.RowReason;
import org.huifang.intake.file.Limits;
import org.huifang.intake.file.RosterZip;
import org.huifang.persistence.Sql;

/** The check of a roster's files: all rows are laid by, then it is tried what they come to. Begins anew when cut off. */
final class RosterCheck implements Working {
    private static final int ROWS = 5_000;

    private final IntakeStore store;
    private final FileKeeping files;
    private final RosterCourses courses;
    private final InstantSource clock;
    private final TenantId tenant;
    private final ImportRun run;
    private final Path path;
    private final RosterZip zip;
    private final RosterReading reading;
    private final Planned read = new Planned();

    RosterCheck(IntakeStore store, FileKeeping files, RosterCourses courses, InstantSource clock, TenantId tenant,
            ImportRun run) throws FileRefused, IOException {
        this.store = store;
        this.files = files;
        this.courses = courses;
        this.clock = clock;
        this.tenant = tenant;
        this.run = run;
        this.path = new StoredFiles(store).layOut(tenant, run.id());
        try {
            this.zip = new RosterZip(path, Limits.USUAL);
            this.reading = new RosterReading(zip);
        } catch (FileRefused | IOException | RuntimeException e) {
            Files.delete(path);
            throw e;
        }
        store.of(tenant, connection -> {
            Chunks.clear(connection, run.id());
            RosterStage.open(new Sql(connection), tenant, run.id(), run.list(), run.fileName(), clock.instant());
            return run;
        });
    }

    @Override
    public boolean isOf(UUID id, ImportState state) {
        return run.id().equals(id) && run.state() == state;
    }

    @Override
    public boolean advance() throws FileRefused, IOException {
        RosterReading.Part part = reading.next(ROWS);
        if (part != null) {
            part.errors().forEach(errors -> read.gather(of(errors)));
            store.of(tenant, connection -> {
                Sql sql = new Sql(connection);
                RosterStage.add(sql, tenant, run.id(), once(sql, part), clock.instant());
                return part;
            });
            return true;
        }
        store.of(tenant, connection -> {
            Sql sql = new Sql(connection);
            Planned found = new Planned();
            if (reading.broken().isEmpty()) {
                RosterStage.whole(sql, run.id(), reading.whole(), reading.swept(), zip.asOf(run.uploaded()));
                found.gather(RosterTrial.of(connection, tenant, run, files, courses, clock.instant(), false));
            } else {
                // a file that is not what it says changes nothing, whatever its rows are
                RosterStage.open(sql, tenant, run.id(), run.list(), run.fileName(), clock.instant());
                reading.broken().forEach(read::add);
            }
            for (int number = 0; number < 2; number++) {
                Chunks.plan(connection, tenant, run.id(), run.state().name(), number, number == 0 ? read : found);
                Chunks.done(connection, run.id(), run.state().name(), number);
            }
            return run;
        });
        Phase.end(store, tenant, run, clock.instant());
        return false;
    }

    private static Planned of(List<RowFinding> errors) {
        var row = new Planned();
        row.add(RowKind.ERROR, errors);
        return row;
    }

    private List<Staged> once(Sql sql, RosterReading.Part part) throws SQLException {
        Map<String, Long> known = new HashMap<>(
                RosterStage.known(sql, run.id(), part.kind(), part.rows().stream().map(Staged::id).toList()));
        List<Staged> first = new ArrayList<>();
        for (Staged row : part.rows()) {
            Long earlier = known.putIfAbsent(row.id(), row.line());
            if (earlier == null) {
                first.add(row);
            } else {
                reading.faulty(part.kind());
                read.gather(of(List.of(new RowFinding(row.line(), RowKind.ERROR, "", part.kind().column("sourcedId"),
                        Row.cut(row.id()), RowReason.ID_TWICE, Long.toString(earlier)))));
            }
        }
        return first;
    }

    @Override
    public void close() throws IOException {
        reading.close();
        zip.close();
        Files.deleteIfExists(path);
    }
}
