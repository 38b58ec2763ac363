// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.huifang.api.store.Sealing;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Seals secrets before they go into the database, so that a copy of the database alone opens nothing. The key is the
 * file {@code keys/seal} of the data folder; nodes on one database share a copy of it.
 */
@Component(service = {Seal.class, Sealing.class})
public final class Seal implements Sealing {
    private static final byte FORMAT = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private final Path file;
    private final SecretKeySpec key;

    @Activate
    public Seal(@Reference Surroundings here) {
        this.file = here.data().resolve("keys").resolve("seal");
        try {
            this.key = new SecretKeySpec(Base64.getDecoder().decode(readOrMake().strip()), "AES");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] seal(byte[] plain, String purpose) {
        byte[] nonce = Secret.bytes(NONCE);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE + sealed.length).put(FORMAT).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    @Override
    public byte[] open(byte[] sealed, String purpose) {
        try {
            ByteBuffer in = ByteBuffer.wrap(sealed);
            if (in.remaining() < 1 + NONCE || in.get() != FORMAT) {
                throw new IllegalStateException("a sealed " + purpose + " has an unknown format");
            }
            byte[] nonce = new byte[NONCE];
            in.get(nonce);
            return cipher(Cipher.DECRYPT_MODE, nonce, purpose).doFinal(sealed, in.position(), in.remaining());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The database holds a " + purpose + " that was not sealed with the key in "
                    + file + ": bring back the file that belongs to this database", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private String readOrMake() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "seal", ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            if (!Files.exists(file)) {
                Files.writeString(fresh, Base64.getEncoder().encodeToString(Secret.bytes(32)) + "\n");
                Files.createLink(file, fresh);
            }
        } catch (FileAlreadyExistsException e) {
            // another was faster; its key counts
        } finally {
            Files.delete(fresh);
        }
        return Files.readString(file);
    }
}
