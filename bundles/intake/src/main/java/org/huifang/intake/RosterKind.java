// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.util.List;

/** The kinds of records that matter here, in the order in which their files are read, and what each file must have. */
enum RosterKind {
    TERM("academicSessions", List.of("sourcedId", "title", "startDate", "endDate")), SUBJECT("courses",
            List.of("sourcedId", "title")), CLASS("classes",
                    List.of("sourcedId", "title", "courseSourcedId", "termSourcedIds")), USER("users",
                            List.of("sourcedId", "enabledUser", "givenName", "familyName")), ROLE("roles",
                                    List.of("sourcedId", "userSourcedId", "role")), ENROLMENT("enrollments",
                                            List.of("sourcedId", "classSourcedId", "userSourcedId", "role"));

    private final String file;
    private final List<String> columns;

    RosterKind(String file, List<String> columns) {
        this.file = file;
        this.columns = columns;
    }

    /** As the binding calls it, without its ending. */
    String file() {
        return file;
    }

    List<String> columns() {
        return columns;
    }

    /** A column as a person finds it. */
    String column(String name) {
        return file + ".csv: " + name;
    }
}
