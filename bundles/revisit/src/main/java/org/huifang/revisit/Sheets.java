// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.sql.SQLException;
import java.util.UUID;
import org.huifang.api.revisit.Answers;
import org.huifang.api.revisit.Sheet;
import org.huifang.persistence.Sql;

/** The table of answers, and how an obligation looks to the learner who answers. */
final class Sheets {
    private static final String KEEP = """
        insert into revisit.answer (tenant, obligation, satisfaction, recommendation, comment) values (?, ?, ?, ?, ?)
        on conflict (obligation) do update set satisfaction = excluded.satisfaction,
            recommendation = excluded.recommendation, comment = excluded.comment""";

    private Sheets() {
    }

    static Answers answers(Sql sql, UUID obligation) throws SQLException {
        return sql.list("select satisfaction, recommendation, comment from revisit.answer where obligation = ?",
                row -> new Answers(row.getObject(1, Integer.class), row.getObject(2, Integer.class), row.getString(3)),
                obligation).stream().findFirst().orElse(Answers.NONE);
    }

    static void keep(Sql sql, Owed owed, Answers answers) throws SQLException {
        sql.update(KEEP, owed.tenant().value(), owed.id(), answers.satisfaction(), answers.recommendation(),
                answers.comment());
    }

    static Answers storable(Answers answers) {
        return new Answers(answers.satisfaction(), answers.recommendation(), Sql.storable(answers.comment()));
    }

    static Sheet sheet(Sql sql, Owed owed) throws SQLException {
        Sheet.Status status = switch (owed.state()) {
            case SCHEDULED -> Sheet.Status.NOT_YET;
            case DUE, OVERDUE -> Sheet.Status.OPEN;
            case DONE -> Sheet.Status.ANSWERED;
            case DECLINED, EXEMPT, UNREACHABLE -> Sheet.Status.CLOSED;
        };
        return new Sheet(owed.tenant(), owed.id(), owed.learner(), owed.course(), owed.step(), status,
                answers(sql, owed.id()), owed.due());
    }
}
