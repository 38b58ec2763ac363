// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.huifang.api.archive.Field;
import org.huifang.api.intake.ColumnsRefused;
import org.huifang.api.intake.RowReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MendingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"PHONE|１３８００１３８０００|13800138000",
            "PHONE|138-0013-8000|13800138000",
            "PHONE|13800138000.0|13800138000", "PHONE|1.3800138000E+10|13800138000",
            "PHONE|0086 13800138000|+8613800138000",
            "PHONE|+49 (30) 123456|+4930123456", "PHONE|=\"013800138000\"|013800138000",
            "BIRTH_DATE|2015年3月2日|2015-03-02",
            "BIRTH_DATE|2015/3/2|2015-03-02", "BIRTH_DATE|20150302|2015-03-02", "BIRTH_DATE|2.3.2015|2015-03-02",
            "BIRTH_DATE|25/3/2015|2015-03-25", "BIRTH_DATE|3/25/2015|2015-03-25", "BIRTH_DATE|42065|2015-03-02",
            "BIRTH_DATE|2015-03-02 00:00:00|2015-03-02", "LOCALE|繁體中文|zh-Hant", "LOCALE|English|en",
            "LOCALE|zh_CN|zh-CN",
            "TIME_ZONE|北京时间|Asia/Shanghai", "TIME_ZONE|Europe/Berlin|Europe/Berlin", "CHANNEL|微信|wechat",
            "HOURS|19:00～21:00|19:00-21:00", "HOURS|9点-11点|09:00-11:00", "EMAIL|ｍｉｎｇ＠example.org|ming@example.org",
            "NAME|'=王|=王", "GOAL|=1+1|=1+1"})
    void what_a_spreadsheet_or_an_input_method_bent_is_mended(Field field, String written, String meant) {
        assertThat(Mending.value(field, Mending.plain(written))).isEqualTo(new Mended.Good(meant));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"PHONE|1.38E+10|DIGITS_LOST", "PHONE|ask mother|PHONE",
            "EMAIL|ming at example|EMAIL",
            "BIRTH_DATE|3/4/2015|DATE_AMBIGUOUS", "BIRTH_DATE|2015-02-30|DATE", "BIRTH_DATE|spring|DATE",
            "TIME_ZONE|Mars/Base|ZONE", "CHANNEL|鸽子|CHANNEL", "HOURS|25:00-26:00|HOURS", "NAME|王\uFFFD明|UNREADABLE",
            "GOAL|#N/A|FORMULA_ERROR"})
    void what_is_in_doubt_is_refused_and_not_guessed(Field field, String written, RowReason reason) {
        assertThat(Mending.value(field, Mending.plain(written))).isEqualTo(new Mended.Bad(reason));
    }

    @Test
    void columns_are_known_by_their_titles_in_three_languages_and_each_only_once() {
        assertThat(Columns
                .propose(List.of("学员姓名（必填）", "手機號碼", "E-Mail", "学习目标", "Time zone", "语言", "学号", "出生日期", "称呼", "手机",
                        "班主任")))
                .containsExactly("name", "phone", "email", "goal", "timeZone", "locale", "id", "birthDate",
                        "address", "", "");
    }

    @Test
    void two_columns_on_one_field_are_refused_by_name() {
        assertThatThrownBy(() -> Columns.check(List.of("phone", "phone"), 2, "")).isInstanceOfSatisfying(
                ColumnsRefused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(ColumnsRefused.Reason.TWICE);
                    assertThat(refused.column()).isEqualTo("phone");
                });
    }

    @Test
    void a_list_by_which_nobody_could_be_found_again_is_refused() {
        assertThatThrownBy(() -> Columns.check(List.of("name", "goal"), 2, "x")).isInstanceOfSatisfying(
                ColumnsRefused.class, r -> assertThat(r.reason()).isEqualTo(ColumnsRefused.Reason.NOBODY));
        assertThatThrownBy(() -> Columns.check(List.of("id", "name"), 2, " ")).isInstanceOfSatisfying(
                ColumnsRefused.class, r -> assertThat(r.reason()).isEqualTo(ColumnsRefused.Reason.LIST_UNNAMED));
    }

    @ParameterizedTest
    @CsvSource({"学员名单2026年3月.xlsx,学员名单", "list-2026-03-01.csv,list", "students (2).csv,students"})
    void next_months_list_keeps_its_name(String file, String name) {
        assertThat(StoredIntake.listName(file)).isEqualTo(name);
    }
}
