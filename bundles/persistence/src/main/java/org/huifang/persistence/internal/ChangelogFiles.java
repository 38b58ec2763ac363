// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import liquibase.resource.AbstractResource;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.Resource;
import org.jspecify.annotations.Nullable;

/**
 * The changelog files of a client bundle, by name, and Liquibase's own; remembers which were read. Entries of a bundle
 * have URLs that are neither files nor jars, so that Liquibase's accessors do not find them.
 */
final class ChangelogFiles extends AbstractResourceAccessor {
    private final ClassLoader client;
    private final Set<String> read = new TreeSet<>();

    ChangelogFiles(ClassLoader client) {
        this.client = client;
    }

    Set<String> read() {
        return Set.copyOf(read);
    }

    @Nullable
    URL find(String path) {
        return client.getResource(path);
    }

    @Override
    public List<Resource> search(String path, boolean recursive) {
        return getAll(path);
    }

    @Override
    public List<Resource> getAll(String path) {
        List<Resource> found = new ArrayList<>();
        URL mine = find(path);
        URL own = ChangelogFiles.class.getClassLoader().getResource(path);
        if (mine != null) {
            if (!mine.equals(own) || path.startsWith("huifang/")) {
                read.add(path);
            }
            found.add(new Entry(path, mine));
        } else if (own != null) {
            found.add(new Entry(path, own));
        }
        return found;
    }

    @Override
    public List<String> describeLocations() {
        return List.of("the bundle of the context");
    }

    @Override
    public void close() {
    }

    private final class Entry extends AbstractResource {
        private final @Nullable URL url;

        Entry(String path, @Nullable URL url) {
            super(path, URI.create("changelog:/" + path));
            this.url = url;
        }

        @Override
        public InputStream openInputStream() throws IOException {
            if (url == null) {
                throw new FileNotFoundException(getPath());
            }
            return url.openStream();
        }

        @Override
        public boolean exists() {
            return url != null;
        }

        @Override
        public Resource resolve(String other) {
            return named(resolvePath(other));
        }

        @Override
        public Resource resolveSibling(String other) {
            return named(resolveSiblingPath(other));
        }

        private Resource named(String path) {
            List<Resource> found = getAll(path);
            return found.isEmpty() ? new Entry(path, null) : found.getFirst();
        }
    }
}
