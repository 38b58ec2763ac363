// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.intake.FileRefused;
import org.huifang.api.intake.FileRefused.Reason;
import org.huifang.intake.file.ListFile;
import org.huifang.persistence.Sql;

/** Keeps uploaded files in the database, in pieces of a megabyte, and lays them out on this machine to be read. */
final class StoredFiles {
    private static final int PIECE = 1 << 20;
    private static final String ADD = """
        insert into intake.file (tenant, id, name, bytes, format, digest, stored) values (?, ?, ?, ?, ?, ?, ?)""";
    private static final String FORGET = """
        with old as (update intake.file set kept = false where kept and stored < ? and not exists (select 1
          from intake.run r where r.file = file.id and r.state in ('CHECKING', 'RUNNING', 'UNDOING')) returning id),
        pieces as (delete from intake.piece where file in (select id from old))
        delete from intake.finding where run in (select r.id from intake.run r where r.file in (select id from old))""";

    private final IntakeStore store;

    StoredFiles(IntakeStore store) {
        this.store = store;
    }

    UUID add(TenantId tenant, String name, ListFile file, String digest, Instant now) throws IOException {
        UUID id = UUID.randomUUID();
        long bytes = Files.size(file.path());
        try (InputStream in = Files.newInputStream(file.path())) {
            store.of(tenant, connection -> {
                new Sql(connection).update(ADD, tenant.value(), id, name, bytes, file.format().name(), digest, now);
                byte[] buffer = new byte[PIECE];
                for (int number = 0;; number++) {
                    int got = fill(in, buffer);
                    if (got == 0) {
                        return number;
                    }
                    new Sql(connection).update("insert into intake.piece values (?, ?, ?, ?)", tenant.value(), id,
                            number,
                            Arrays.copyOf(buffer, got));
                }
            });
        }
        return id;
    }

    private static int fill(InputStream in, byte[] buffer) {
        try {
            return in.readNBytes(buffer, 0, buffer.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of a run in the temporary folder; the caller deletes it. */
    Path layOut(TenantId tenant, UUID run) throws FileRefused, IOException {
        Path path = Files.createTempFile("huifang-intake-", ".list");
        try (OutputStream out = Files.newOutputStream(path)) {
            int number = 0;
            for (byte[] piece = piece(tenant, run, number); piece.length > 0; piece = piece(tenant, run, ++number)) {
                out.write(piece);
            }
            if (number == 0) {
                throw new FileRefused(Reason.GONE, 0);
            }
            return path;
        } catch (FileRefused | IOException | RuntimeException e) {
            Files.delete(path);
            throw e;
        }
    }

    private byte[] piece(TenantId tenant, UUID run, int number) {
        List<byte[]> found = store.of(tenant, connection -> new Sql(connection).list("""
            select p.content from intake.piece p join intake.run r on r.file = p.file
            where r.id = ? and p.number = ?""", row -> row.getBytes(1), run, number));
        return found.isEmpty() ? new byte[0] : found.getFirst();
    }

    /** Their names and what was done with them stay. */
    void forget(Instant before) {
        store.ofAll(connection -> new Sql(connection).update(FORGET, before));
        store.ofAll(connection -> new Sql(connection)
                .update("delete from intake.roster_staged where staged < ?", before));
    }
}
