// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huifang.archive.Course101.MONDAY;
import static org.huifang.archive.Course101.TENANT;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huifang.api.segment.Condition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With many files, as a tenant sees them, the database takes its indexes. */
class PlansTest {
    private static final Course101 HERE = new Course101();

    @BeforeAll
    static void many() throws SQLException {
        HERE.database.execute("""
            insert into archive.learner (tenant, id, name, findable)
            select 'default', md5('l' || n)::uuid, 'Name ' || n, true from generate_series(1, 30000) n""");
        HERE.database.execute(
                """
            insert into archive.search (tenant, learner, name, words, plain)
            select 'default', md5('l' || n)::uuid, 'Name ' || n, array_to_tsvector(array['word' || n, 'w' || n % 7]),
                'word' || n || ' 138' || lpad((n * 7919 % 100000000)::text, 8, '0') from generate_series(1, 30000) n""");
        HERE.database.execute("""
            insert into archive.tag (tenant, learner, tag, worn, author, at)
            select 'default', md5('l' || n)::uuid, 'tag ' || n % 3000, true, 'staff:1', now()
            from generate_series(1, 30000) n""");
        HERE.database.execute("analyze archive.learner, archive.search, archive.tag");
    }

    @AfterAll
    static void close() {
        HERE.close();
    }

    private static String plan(String statement, List<Object> parameters) {
        List<String> lines = HERE.store.of(TENANT,
                sql -> sql.list("explain " + statement, row -> row.getString(1), parameters.toArray()));
        return String.join("\n", lines);
    }

    private static String found(String typed) {
        Search search = Search.exact(typed).orElseThrow();
        var parameters = new ArrayList<Object>(List.of(TENANT.value()));
        parameters.addAll(search.parameters());
        return plan("select s.learner from archive.search s where s.tenant = ? and " + search.sql()
                + " order by s.name, s.learner limit 51", parameters);
    }

    @Test
    void a_word_and_a_part_of_a_number_are_looked_up_and_not_looked_through() {
        assertThat(found("word777")).contains("search_words").contains("search_plain").doesNotContain("Seq Scan");
        assertThat(found("4711815")).contains("search_plain").doesNotContain("Seq Scan");
        assertThat(found("方")).contains("search_words").doesNotContain("Seq Scan");
    }

    @Test
    void a_slip_looks_up_what_it_left_whole() {
        Search guess = Guess.of(List.of("quartz"));
        assertThat(plan("select learner from archive.search s where " + guess.sql(), guess.parameters()))
                .contains("search_plain").doesNotContain("Seq Scan");
    }

    @Test
    void a_page_far_down_the_list_is_read_from_the_index_in_its_order() {
        UUID last = HERE.archive.find(TENANT, "word22222", null, 1).items().getFirst().id();
        assertThat(plan("""
            select l.id from archive.learner l where l.tenant = ? and l.listed and (l.name, l.id)
                > ((select a.name from archive.learner a where a.tenant = ? and a.id = ?), ?)
            order by l.name, l.id limit 51""", List.of(TENANT.value(), TENANT.value(), last, last)))
                .contains("learner_name").doesNotContain("Seq Scan").doesNotContain("Sort");
    }

    @Test
    void a_rare_tag_is_looked_up() {
        Where where = Where.of(new Condition.Wears("tag 17"), MONDAY);
        var parameters = new ArrayList<Object>(List.of(TENANT.value()));
        parameters.addAll(where.parameters());
        assertThat(plan("select l.id from archive.learner l where l.tenant = ? and l.listed and " + where.sql()
                + " order by l.name, l.id limit 51", parameters)).contains("tag_worn");
    }
}
