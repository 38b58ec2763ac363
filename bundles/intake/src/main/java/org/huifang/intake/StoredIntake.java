// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.Jobs;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.huifang.api.intake.ColumnsRefused;
import org.huifang.api.intake.FilePreview;
import org.huifang.api.intake.FileReading;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.Format;
import org.huifang.api.intake.ImportRun;
import org.huifang.api.intake.ImportState;
import org.huifang.api.intake.Intake;
import org.huifang.api.intake.RowFinding;
import org.huifang.api.intake.RowKind;
import org.huifang.intake.file.Limits;
import org.huifang.intake.file.ListFile;
import org.huifang.persistence.Announcer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people do with imports; the rows are {@link WorkOffImports}'s. */
@Component
public final class StoredIntake implements Intake {
    private static final int SAMPLES = 50;
    private final IntakeStore store;
    private final StoredFiles files;
    private final Announcer announcer;
    private final Jobs jobs;
    private final InstantSource clock;

    @Activate
    public StoredIntake(@Reference IntakeStore store, @Reference Announcer announcer, @Reference Jobs jobs,
            @Reference InstantSource clock) {
        this.store = store;
        this.files = new StoredFiles(store);
        this.announcer = announcer;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public long largest() {
        return Limits.USUAL.bytes();
    }

    @Override
    public ImportRun upload(TenantId tenant, UUID author, String fileName, InputStream content)
            throws FileRefused, IOException {
        Path path = Files.createTempFile("huifang-intake-", ".list");
        try {
            String digest = spool(content, path);
            var file = new ListFile(path, ListFile.format(path), Limits.USUAL);
            FileReading reading = file.look();
            List<String> header = file.preview(reading).header();
            Instant now = clock.instant();
            UUID stored = files.add(tenant, Row.cut(fileName), file, digest, now);
            UUID id = UUID.randomUUID();
            store.of(tenant, connection -> {
                Runs.add(connection, tenant, id, stored, reading, header, Columns.propose(header),
                        file.format() == Format.ONEROSTER ? Rosters.LIST : listName(fileName),
                        author, now);
                return id;
            });
            return told(tenant, id);
        } finally {
            Files.delete(path);
        }
    }

    private static String spool(InputStream content, Path path) throws FileRefused, IOException {
        try (OutputStream out = Files.newOutputStream(path)) {
            var digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int got = content.read(buffer); got >= 0; got = content.read(buffer)) {
                size += got;
                if (size > Limits.USUAL.bytes()) {
                    throw new FileRefused(FileRefused.Reason.TOO_BIG, 0);
                }
                digest.update(buffer, 0, got);
                out.write(buffer, 0, got);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without its ending and without a date or number at its end, so that next month's list keeps its name. */
    static String listName(String fileName) {
        String name = fileName.replaceAll("\\.[A-Za-z]{1,5}$", "").replaceAll("[\\d\\s_.()（）年月日-]+$", "").strip();
        return name.length() > 60 ? name.substring(0, name.offsetByCodePoints(0, 30)) : name;
    }

    @Override
    public Optional<ImportRun> again(TenantId tenant, UUID run, UUID author) {
        UUID id = UUID.randomUUID();
        boolean there = store.of(tenant, connection -> Runs.again(connection, id, author, clock.instant(), run));
        return there ? Optional.of(told(tenant, id)) : Optional.empty();
    }

    @Override
    public Optional<ImportRun> run(TenantId tenant, UUID run) {
        return store.of(tenant, connection -> Runs.find(connection, run));
    }

    @Override
    public Page<ImportRun> runs(TenantId tenant, @Nullable String after, int limit) {
        String[] parts = after == null ? new String[0] : after.split("/");
        List<ImportRun> found = store.of(tenant,
                connection -> parts.length == 0
                        ? Runs.page(connection, null, null, limit + 1)
                        : Runs.page(connection, Instant.parse(parts[0]), UUID.fromString(parts[1]), limit + 1));
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        ImportRun last = found.get(limit - 1);
        return new Page<>(found.subList(0, limit), last.uploaded() + "/" + last.id());
    }

    @Override
    public FilePreview preview(TenantId tenant, UUID run) throws FileRefused {
        ImportRun found = known(tenant, run);
        return preview(tenant, found, found.reading());
    }

    private FilePreview preview(TenantId tenant, ImportRun run, FileReading reading) throws FileRefused {
        try {
            Path path = files.layOut(tenant, run.id());
            try {
                return new ListFile(path, run.format(), Limits.USUAL).preview(reading);
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ImportRun read(TenantId tenant, UUID run, FileReading reading) throws FileRefused {
        List<String> header = preview(tenant, known(tenant, run), reading).header();
        store.of(tenant, connection -> {
            Runs.reread(connection, run, reading, header, Columns.propose(header));
            return run;
        });
        return told(tenant, run);
    }

    @Override
    public ImportRun check(TenantId tenant, UUID run, List<String> columns, String list) throws ColumnsRefused {
        String named = list.strip();
        ImportRun now = known(tenant, run);
        if (now.format() != Format.ONEROSTER) {
            Columns.check(columns, now.header().size(), named);
        } else if (named.isEmpty()) {
            throw new ColumnsRefused(ColumnsRefused.Reason.LIST_UNNAMED, "");
        }
        store.of(tenant, connection -> {
            if (Runs.move(connection, run, ImportState.CHECKING, clock.instant(), ImportState.COLUMNS)) {
                Chunks.clear(connection, run);
                Runs.columns(connection, run, columns, named.length() > 80 ? named.substring(0, 80) : named);
            }
            return run;
        });
        return woken(tenant, run);
    }

    @Override
    public ImportRun back(TenantId tenant, UUID run) {
        ImportRun now = known(tenant, run);
        if (now.taken().isEmpty() && now.state() != ImportState.UNDONE) {
            move(tenant, run, ImportState.COLUMNS, ImportState.CHECKED, ImportState.STOPPED, ImportState.FAILED);
        }
        return told(tenant, run);
    }

    @Override
    public ImportRun start(TenantId tenant, UUID run) {
        move(tenant, run, ImportState.RUNNING, ImportState.CHECKED);
        return woken(tenant, run);
    }

    @Override
    public ImportRun stop(TenantId tenant, UUID run) {
        move(tenant, run, ImportState.STOPPED, ImportState.CHECKING, ImportState.RUNNING);
        return told(tenant, run);
    }

    @Override
    public ImportRun undo(TenantId tenant, UUID run) {
        if (!known(tenant, run).taken().isEmpty()) {
            move(tenant, run, ImportState.UNDOING, ImportState.DONE, ImportState.STOPPED, ImportState.FAILED);
        }
        return woken(tenant, run);
    }

    @Override
    public List<RowFinding> samples(TenantId tenant, UUID run, RowKind kind) {
        return store.of(tenant, connection -> Chunks.findings(connection, run, kind, 0, SAMPLES)).stream()
                .map(Chunks.Found::finding).toList();
    }

    @Override
    public Page<RowFinding> errors(TenantId tenant, UUID run, @Nullable String after, int limit) {
        List<Chunks.Found> found = store.of(tenant, connection -> Chunks.findings(connection, run, RowKind.ERROR,
                after == null ? 0 : Long.parseLong(after), limit));
        return new Page<>(found.stream().map(Chunks.Found::finding).toList(),
                found.size() < limit ? null : Long.toString(found.getLast().number()));
    }

    private void move(TenantId tenant, UUID run, ImportState to, ImportState... from) {
        store.of(tenant, connection -> Runs.move(connection, run, to, clock.instant(), from));
    }

    private ImportRun woken(TenantId tenant, UUID run) {
        jobs.wake(WorkOffImports.NAME);
        return told(tenant, run);
    }

    private ImportRun told(TenantId tenant, UUID run) {
        announcer.tell(tenant, IntakeStore.TOPIC);
        return known(tenant, run);
    }

    private ImportRun known(TenantId tenant, UUID run) {
        return run(tenant, run).orElseThrow(() -> new NoSuchElementException("no such import"));
    }
}
