// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip as a school's administration writes it. */
final class Package {
    static final String USERS = "sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName,email,phone,sms\n";
    static final String ROLES = "sourcedId,status,dateLastModified,userSourcedId,roleType,role,orgSourcedId\n";
    static final String CLASSES = "sourcedId,status,dateLastModified,title,courseSourcedId,classCode,schoolSourcedId,termSourcedIds\n";
    static final String ENROLMENTS = "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,beginDate,endDate\n";

    private final Map<String, String> files = new LinkedHashMap<>();
    private final StringBuilder manifest = new StringBuilder(
            "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\nsource.systemName,Campus SIS\n");
    private final Instant written;

    private Package(Instant written) {
        this.written = written;
    }

    static Package of(String written) {
        return new Package(Instant.parse(written));
    }

    /** A school with two classes, two learners, a teacher and a mother. */
    static Package school(String written) {
        return of(written)
                .bulk("academicSessions", "sourcedId,status,dateLastModified,title,type,startDate,endDate\n"
                        + "t1,,,Spring,term,2026-02-01,2026-06-30\n")
                .bulk("courses", "sourcedId,status,dateLastModified,title,orgSourcedId\nk1,,,Chinese,o1\n")
                .bulk("classes", CLASSES + "c1,,,Chinese 1A,k1,ZH1A,o1,t1\nc2,,,Chinese 1B,k1,ZH1B,o1,t1\n")
                .bulk("users", USERS + "u1,,,true,wang,小明,王,ming@example.org,,13800138000\n"
                        + "u2,,,true,mia,Mia,Weber,mia@example.org,,\nu3,,,true,li,Lei,Li,lei@example.org,,\n"
                        + "u4,,,true,mum,Mother,Weber,mum@example.org,,\n")
                .bulk("roles", ROLES + "r1,,,u1,primary,student,o1\nr2,,,u2,primary,student,o1\n"
                        + "r3,,,u3,primary,teacher,o1\nr4,,,u4,primary,guardian,o1\n")
                .bulk("enrollments", ENROLMENTS + "e1,,,c1,o1,u1,student,2026-02-10,\ne2,,,c1,o1,u2,student,,\n"
                        + "e3,,,c1,o1,u3,teacher,,\n");
    }

    Package bulk(String file, String content) {
        return says(file, "bulk", content);
    }

    Package delta(String file, String content) {
        return says(file, "delta", content);
    }

    Package says(String file, String mode, String content) {
        manifest.append("file.").append(file).append(',').append(mode).append('\n');
        files.put(file, content);
        return this;
    }

    InputStream zip() {
        return zip("");
    }

    InputStream zip(String folder) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, folder + "manifest.csv", manifest.toString());
            for (var file : files.entrySet()) {
                put(zip, folder + file.getKey() + ".csv", file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private void put(ZipOutputStream zip, String name, String content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(written));
        zip.putNextEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
