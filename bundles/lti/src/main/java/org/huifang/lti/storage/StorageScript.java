// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The script of both pages: plain, without dependencies, the same for everybody, so it may be cached. */
public final class StorageScript {
    private static final String TEXT = read();

    private StorageScript() {
    }

    /**
     * The script.
     *
     * @return serve it as {@code text/javascript}
     */
    public static String text() {
        return TEXT;
    }

    private static String read() {
        try (InputStream in = StorageScript.class.getResourceAsStream("lti-storage.js")) {
            if (in == null) {
                throw new IllegalStateException("the script is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
