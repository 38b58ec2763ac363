// SPDX-License-Identifier: Apache-2.0
package org.huifang.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import org.hibernate.Session;
import org.huifang.api.Announcement;
import org.huifang.api.TenantId;
import org.huifang.persistence.Sql;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The link that makes the first admin. As long as there is no account each start makes a new one, which replaces the
 * one before; the database holds its hash only, the link itself goes to the console and to a file of the owner.
 */
@Component(service = {FirstAdminLink.class, Announcement.class})
public final class FirstAdminLink implements Announcement {
    private final AccountStore store;
    private final Path file;
    private volatile String link = "";

    /** Reads the framework's properties, which the launcher sets. */
    @Activate
    public FirstAdminLink(@Reference AccountStore store, @Reference InstantSource clock, BundleContext framework) {
        this(store, clock, framework.getProperty("huifang.url"), Path.of(framework.getProperty("huifang.data")));
    }

    FirstAdminLink(AccountStore store, InstantSource clock, String url, Path data) {
        this.store = store;
        this.file = data.resolve("first-admin-link");
        // in SQL, as all that starts would wait for Hibernate here
        if (!any("select 1 from identity.account where tenant = ? limit 1")) {
            String token = token();
            byte[] hash = hash(token);
            store.unit().write(TenantId.DEFAULT, s -> s.createNativeMutationQuery("""
                    insert into identity.first_link (tenant, hash, made) values (:tenant, :hash, :made)
                    on conflict (tenant) do update set hash = excluded.hash, made = excluded.made""")
                    .setParameter("tenant", TenantId.DEFAULT.value()).setParameter("hash", hash)
                    .setParameter("made", clock.instant()).executeUpdate());
            link = url.replaceAll("/+$", "") + "/first/" + token;
            write(link);
        } else {
            removeFile();
        }
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String text() {
        String open = link;
        return open.isEmpty() || !isOpen() ? "" : "Create the first admin (this link works once): " + open;
    }

    boolean isToken(String token) {
        return store.unit().read(TenantId.DEFAULT, s -> !s
                .createNativeQuery("select 1 from identity.first_link where tenant = :tenant and hash = :hash",
                        Integer.class)
                .setParameter("tenant", TenantId.DEFAULT.value()).setParameter("hash", hash(token)).getResultList()
                .isEmpty());
    }

    /** Of several transactions with the token one gets true. */
    static boolean use(Session session, String token) {
        return session
                .createNativeMutationQuery("delete from identity.first_link where tenant = :tenant and hash = :hash")
                .setParameter("tenant", TenantId.DEFAULT.value()).setParameter("hash", hash(token))
                .executeUpdate() == 1;
    }

    /** An admin who came by another way ends the link. */
    static void end(Session session, TenantId tenant) {
        session.createNativeMutationQuery("delete from identity.first_link where tenant = :tenant")
                .setParameter("tenant", tenant.value()).executeUpdate();
    }

    void removeFile() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOpen() {
        return any("select 1 from identity.first_link where tenant = ?");
    }

    private boolean any(String query) {
        return store.unit().sql(TenantId.DEFAULT, connection -> !new Sql(connection)
                .list(query, row -> row.getInt(1), TenantId.DEFAULT.value()).isEmpty());
    }

    private void write(String line) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String token() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
