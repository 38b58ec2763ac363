// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavadocTest {
    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void everything_public_is_documented_and_doclint_has_nothing_to_say(@TempDir Path out) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(said, null, null);
                Stream<Path> sources = Files.walk(SOURCES)) {
            List<Path> all = sources.filter(p -> p.toString().endsWith(".java")).toList();
            javac.getTask(null, files, said,
                    List.of("-proc:none", "-Xdoclint:all/protected", "-Xdoclint/package:-org.huifang.lti.json",
                            "-d", out.toString(), "-cp", System.getProperty("java.class.path")),
                    null, files.getJavaFileObjectsFromPaths(all)).call();
        }
        assertThat(said.getDiagnostics()).extracting(Object::toString).filteredOn(d -> d.contains("src/main"))
                .isEmpty();
    }

    @Test
    void no_servlet_and_no_osgi_type_is_used_beyond_the_annotation_of_versions() throws IOException {
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source : sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                assertThat(Files.readString(source).replace("import org.osgi.annotation.versioning.Version;", ""))
                        .as(source.toString()).doesNotContain("jakarta.servlet", "org.osgi.");
            }
        }
    }
}
