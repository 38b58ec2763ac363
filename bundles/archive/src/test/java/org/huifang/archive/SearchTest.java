// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huifang.archive.Course101.MONDAY;
import static org.huifang.archive.Course101.TENANT;
import static org.huifang.archive.Course101.day;
import static org.huifang.archive.Course101.learner;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Confidence;
import org.huifang.api.archive.CourseKey;
import org.huifang.api.archive.CourseRole;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.Fact;
import org.huifang.api.archive.Identity;
import org.huifang.api.archive.LearnerSummary;
import org.huifang.api.archive.PersonKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {
    private static final Course101 HERE = new Course101();

    @BeforeAll
    static void people() {
        tell("fang", "方晓明", "fang.xm88@qq.example", "+86 138 1234 5678");
        tell("zeng", "曾國強", "zeng@example.org", "13900001111");
        tell("shan", "单雨桐", null, null);
        tell("wei", "尉迟恭", null, null);
        tell("lv", "吕布", null, null);
        tell("zoe", "Zoë O'Hara-Müller", "zoe@mail.example", "0151 7654321");
        tell("weber", "Annegret Weber", null, null);
        tell("aygul", "阿依古丽·买买提", null, "(010) 2468 1357");
        tell("zhang", "钱三（小）", null, null);
        tell("naji", "نجيب محفوظ", null, null);
        tell("old", "Old Name", "same@example.net", null);
    }

    @AfterAll
    static void close() {
        HERE.close();
    }

    private static UUID tell(String subject, String name, String email, String phone) {
        return learner(HERE.record(subject, new Fact.Enrolled(Course101.COURSE, Course101.person(subject),
                new Identity(name, email, phone, null, null, null), CourseRole.LEARNER, MONDAY)), subject);
    }

    private static List<String> found(TenantId school, String search) {
        List<String> names = HERE.archive.find(school, search, null, 50).items().stream().map(LearnerSummary::name)
                .toList();
        assertThat(HERE.archive.count(school, search)).as("as many as are shown").isEqualTo(names.size());
        return names;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        阿依古丽·买买提, 阿依古丽·买买提
        阿依古丽买买提, 阿依古丽·买买提
        (010) 2468 1357, 阿依古丽·买买提
        钱三（小）, 钱三（小）
        钱三(小), 钱三（小）
        方, 方晓明
        晓明, 方晓明
        明, 方晓明
        曉明, 方晓明
        方曉, 方晓明
        fang, 方晓明
        FangXiao, 方晓明
        fang xiaoming, 方晓明
        fxm, 方晓明
        xm, 方晓明
        fangxm, 方晓明
        xiaoming, 方晓明
        方 xiao, 方晓明
        方xm, 方晓明
        ｆａｎｇ, 方晓明
        小明, 方晓明
        xiaoning, 方晓明
        fangxiaonimg, 方晓明
        fangxaio, 方晓明
        xiaomign, 方晓明
        138, 方晓明
        5678, 方晓明
        138 1234 5678, 方晓明
        +8613812345678, 方晓明
        12345, 方晓明
        xm88, 方晓明
        qq.example, 方晓明
        fang.xm88@qq.example, 方晓明
        曾, 曾國強
        曾国强, 曾國強
        zeng, 曾國強
        ceng, 曾國強
        zgq, 曾國強
        国强, 曾國強
        shan, 单雨桐
        danyutong, 单雨桐
        yuchi, 尉迟恭
        ycg, 尉迟恭
        lvbu, 吕布
        lubu, 吕布
        zoe, Zoë O'Hara-Müller
        ZOË, Zoë O'Hara-Müller
        o'hara, Zoë O'Hara-Müller
        ohara, Zoë O'Hara-Müller
        muller zoe, Zoë O'Hara-Müller
        76543, Zoë O'Hara-Müller
        annegrte, Annegret Weber
        Wever, Annegret Weber
        egret, Annegret Weber
        محفوظ, نجيب محفوظ
        """)
    void a_file_is_found_by(String search, String name) {
        assertThat(found(TENANT, search)).containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource({"方 zeng", "'%'", "'_'", "'''", "张", "99999", "fang zeng", "nobody':* | 'fang", "方明"})
    void nothing_is_found_by(String search) {
        assertThat(found(TENANT, search)).isEmpty();
    }

    @Test
    void every_source_s_current_value_counts_and_no_former_one() {
        UUID old = tell("renamed", "Former Person", null, "13600002222");
        HERE.archive.record(new Delivery(TENANT, "staff", "hears", List.of(new Fact.ValueSaid(old, "phone",
                "13700003333", Confidence.STATED, "staff:li", day(1)))));
        tell2("renamed", "Later Person");
        assertThat(found(TENANT, "13600002222")).containsExactly("Later Person");
        assertThat(found(TENANT, "13700003333")).containsExactly("Later Person");
        assertThat(found(TENANT, "former")).isEmpty();
        HERE.archive.record(new Delivery(TENANT, "staff", "reading", List.of(new Fact.ValueSaid(old, "reading",
                "Zhái Lì", Confidence.STATED, "staff:li", day(1)))));
        assertThat(found(TENANT, "zhaili")).containsExactly("Later Person");
        assertThat(found(TENANT, "zl")).containsExactly("Later Person");
    }

    private static void tell2(String subject, String name) {
        HERE.record(subject + "-2", new Fact.Enrolled(Course101.COURSE, Course101.person(subject),
                Identity.of(name, null), CourseRole.LEARNER, day(2)));
    }

    @Test
    void a_merged_file_is_found_by_what_either_said_until_it_is_split() {
        UUID kept = tell("kept", "Quirin Kept", null, null);
        UUID absorbed = tell("absorbed", "Quintus Absorbed", null, null);
        tell2("kept", "Quirin Kept once more");
        staff("merge", new Fact.Merged(kept, absorbed, "", "staff:li", day(1)));
        assertThat(found(TENANT, "quintus")).containsExactly("Quirin Kept once more");
        staff("split", new Fact.Split(kept, absorbed, "", "staff:li", day(2)));
        assertThat(found(TENANT, "quintus")).containsExactly("Quintus Absorbed");
        assertThat(found(TENANT, "quirin")).containsExactly("Quirin Kept once more");
    }

    private static void staff(String key, Fact fact) {
        HERE.archive.record(new Delivery(TENANT, "staff", key, List.of(fact)));
    }

    @Test
    void what_an_import_brought_is_not_found_once_it_is_taken_back() {
        var key = new PersonKey("import:1", "row");
        HERE.archive.record(new Delivery(TENANT, "import:1", "row", List.of(new Fact.PersonDescribed(key, null,
                Map.of("name", "Xanthippe"), Confidence.REPORTED, "staff:li", MONDAY))));
        assertThat(found(TENANT, "xanth")).containsExactly("Xanthippe");
        HERE.archive.record(new Delivery(TENANT, "import:1", "undo", List.of(
                new Fact.PersonWithdrawn(key, "staff:li", day(1)))));
        assertThat(found(TENANT, "xanth")).isEmpty();
    }

    @Test
    void files_from_before_the_search_and_those_nobody_described_are_made_findable_in_the_background()
            throws SQLException {
        HERE.record("keyonly", new Fact.Enrolled(Course101.COURSE, Course101.person("kx4711"), Identity.UNKNOWN,
                CourseRole.LEARNER, MONDAY));
        HERE.database.execute("delete from archive.search where name = 'Old Name'");
        HERE.database.execute("update archive.learner set findable = false where name = 'Old Name'");
        assertThat(found(TENANT, "kx4711")).isEmpty();
        assertThat(found(TENANT, "same@example.net")).isEmpty();
        assertThat(new MakeFindable(HERE.store).run()).as("all at once").isFalse();
        assertThat(found(TENANT, "kx4711")).containsExactly("kx4711");
        assertThat(found(TENANT, "same@example.net")).containsExactly("Old Name");
    }

    @Test
    void another_school_finds_nobody_not_even_where_a_row_says_so() throws SQLException {
        var other = new TenantId("other");
        HERE.archive.record(new Delivery(other, "platform:1", "1", List.of(new Fact.Enrolled(
                new CourseKey("platform:1", "c"), new PersonKey("platform:1", "x"), Identity.of("Waldtraut", null),
                CourseRole.LEARNER, MONDAY))));
        assertThat(found(other, "waldt")).containsExactly("Waldtraut");
        assertThat(found(TENANT, "waldt")).isEmpty();
        HERE.database.execute("update archive.search set tenant = 'default' where name = 'Waldtraut'");
        assertThat(HERE.archive.find(TENANT, "waldt", null, 50).items()).isEmpty();
        HERE.database.execute("update archive.search set tenant = 'other' where name = 'Waldtraut'");
    }
}
