// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.FileKeeping;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.ImportState;
import org.huifang.intake.file.Limits;
import org.huifang.intake.file.Line;
import org.huifang.intake.file.Lines;
import org.huifang.intake.file.ListFile;
import org.huifang.persistence.Sql;

/** The check or the run of one file, as far as this node has read it; taken up after the last chunk that was ended. */
final class Phase implements Working {
    static final int CHUNK = 500;
    private final IntakeStore store;
    private final LearnerArchive archive;
    private final FileKeeping files;
    private final InstantSource clock;
    private final TenantId tenant;
    private final ImportRun run;
    private final String phase;
    private final Path path;
    private final Lines lines;
    private int number;

    Phase(IntakeStore store, LearnerArchive archive, FileKeeping files, InstantSource clock, TenantId tenant,
            ImportRun run) throws FileRefused, IOException {
        this.store = store;
        this.archive = archive;
        this.files = files;
        this.clock = clock;
        this.tenant = tenant;
        this.run = run;
        this.phase = run.state().name();
        this.number = store.of(tenant, connection -> Chunks.next(connection, run.id(), phase));
        this.path = new StoredFiles(store).layOut(tenant, run.id());
        try {
            this.lines = new ListFile(path, run.format(), Limits.USUAL).open(run.reading());
            if (run.reading().headed()) {
                lines.next();
            }
            for (long skip = (long) number * CHUNK; skip > 0; skip--) {
                lines.next();
            }
        } catch (FileRefused | IOException | RuntimeException e) {
            Files.delete(path);
            throw e;
        }
    }

    @Override
    public boolean isOf(UUID id, ImportState state) {
        return run.id().equals(id) && run.state() == state;
    }

    @Override
    public boolean advance() throws FileRefused, IOException {
        List<Row> rows = read();
        if (!rows.isEmpty()) {
            Planned planned = store.of(tenant, connection -> {
                Map<Long, Long> earlier = Chunks.earlier(connection, tenant, run.id(), rows);
                Planned found = new PlanningRows(files, new Sql(connection), tenant, run, clock.instant())
                        .plan(rows, earlier);
                Chunks.plan(connection, tenant, run.id(), phase, number, found);
                return found;
            });
            if (run.state() == ImportState.RUNNING) {
                deliver(rows, planned);
            }
            store.of(tenant, connection -> {
                Chunks.done(connection, run.id(), phase, number);
                return number;
            });
            number++;
        }
        if (rows.size() == CHUNK) {
            return true;
        }
        end(store, tenant, run, clock.instant());
        return false;
    }

    /**
     * In parts, so that nobody waits long for a commit. A part is always the same rows: what was delivered before a run was
     * cut off is then planned as unchanged, and must not move other rows under a key that counts as delivered.
     */
    private void deliver(List<Row> rows, Planned planned) {
        var parts = new ArrayList<Delivery>();
        for (int from = 0; from < rows.size(); from += Delivering.PART) {
            List<Fact> facts = rows.subList(from, Math.min(rows.size(), from + Delivering.PART)).stream()
                    .flatMap(row -> planned.facts().getOrDefault(row.line(), List.of()).stream()).toList();
            if (!facts.isEmpty()) {
                parts.add(new Delivery(tenant, "import:" + run.id(), number + "." + from, facts));
            }
        }
        Delivering.surely(archive, parts);
    }

    private List<Row> read() throws FileRefused, IOException {
        List<Row> rows = new ArrayList<>();
        while (rows.size() < CHUNK) {
            Line line = lines.next();
            if (line == null) {
                return rows;
            }
            rows.add(Row.read(line, run));
        }
        return rows;
    }

    static void end(IntakeStore store, TenantId tenant, ImportRun run, Instant now) {
        String phase = run.state().name();
        boolean checking = run.state() == ImportState.CHECKING;
        store.of(tenant, connection -> {
            new Sql(connection).update("""
                update intake.run set rows = (select coalesce(sum(creates + updates + conflicts + unchanged + skipped
                  + errors), 0) from intake.chunk where run = ? and phase = ?) where id = ?""", run.id(), phase,
                    run.id());
            if (!checking) {
                new Sql(connection).update("delete from intake.mark where run = ?", run.id());
            }
            return Runs.move(connection, run.id(), checking ? ImportState.CHECKED : ImportState.DONE, now,
                    run.state());
        });
    }

    @Override
    public void close() throws IOException {
        lines.close();
        Files.deleteIfExists(path);
    }
}
