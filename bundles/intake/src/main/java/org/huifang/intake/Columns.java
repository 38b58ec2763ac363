// SPDX-License-Identifier: Apache-2.0
package org.huifang.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huifang.api.archive.Field;
import org.huifang.api.intake.ColumnsRefused;
import org.huifang.api.intake.ColumnsRefused.Reason;
import org.huifang.api.intake.ImportRun;

/** Proposes what the columns of a list are by their titles, and tells whether an assignment does. */
final class Columns {
    private static final Map<String, String> KNOWN = new HashMap<>();

    static {
        know(ImportRun.ID, "id", "编号", "編號", "学号", "學號", "学员编号", "學員編號", "客户编号", "客戶編號", "studentid", "studentno",
                "studentnumber", "learnerid", "userid", "no");
        know(Field.NAME.key(), "姓名", "名字", "学员", "學員", "学员姓名", "學員姓名", "学生姓名", "學生姓名", "name", "fullname",
                "studentname", "displayname");
        know(Field.READING.key(), "拼音", "姓名拼音", "读音", "讀音", "pinyin", "reading");
        know(Field.ADDRESS.key(), "称呼", "稱呼", "尊称", "尊稱", "howtoaddress", "salutation", "title");
        know(Field.EMAIL.key(), "邮箱", "郵箱", "电子邮箱", "電子郵箱", "电子邮件", "電子郵件", "邮件", "郵件", "email", "emailaddress",
                "mail");
        know(Field.PHONE.key(), "手机", "手機", "手机号", "手機號", "手机号码", "手機號碼", "电话", "電話", "联系电话", "聯繫電話", "聯絡電話",
                "电话号码", "電話號碼", "phone", "phonenumber", "mobile", "mobilephone", "mobilenumber", "cellphone",
                "telephone",
                "tel");
        know(Field.WECHAT.key(), "微信", "微信号", "微信號", "wechat", "wechatid", "weixin");
        know(Field.LOCALE.key(), "语言", "語言", "language", "locale", "lang");
        know(Field.TIME_ZONE.key(), "时区", "時區", "timezone", "tz");
        know(Field.GOAL.key(), "学习目标", "學習目標", "目标", "目標", "学习目的", "學習目的", "goal", "learninggoal", "goals");
        know(Field.CHANNEL.key(), "联系方式偏好", "聯繫方式偏好", "偏好渠道", "渠道", "首选渠道", "channel", "preferredchannel");
        know(Field.HOURS.key(), "方便时间", "方便時間", "联系时间", "聯繫時間", "通话时间", "通話時間", "hours", "preferredhours",
                "besttime");
        know(Field.BIRTH_DATE.key(), "生日", "出生日期", "出生年月日", "birthdate", "dateofbirth", "birthday", "dob");
    }

    private Columns() {
    }

    private static void know(String target, String... titles) {
        for (String title : titles) {
            KNOWN.put(title, target);
        }
    }

    /** The first column of each kind; what is not known stays out. */
    static List<String> propose(List<String> header) {
        List<String> targets = new ArrayList<>();
        for (String title : header) {
            String target = KNOWN.getOrDefault(folded(title), "");
            targets.add(targets.contains(target) ? "" : target);
        }
        return targets;
    }

    /** Without case, width, spaces, marks, and what stands in brackets. */
    private static String folded(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                .replaceAll("\\([^)]*\\)|\\[[^]]*]|【[^】]*】", "").replaceAll("[^\\p{L}\\p{N}]", "");
    }

    static void check(List<String> targets, int width, String list) throws ColumnsRefused {
        var seen = new HashSet<String>();
        for (String target : targets) {
            if (!target.isEmpty() && !seen.add(target)) {
                throw new ColumnsRefused(Reason.TWICE, target);
            }
            if (!target.isEmpty() && !target.equals(ImportRun.ID) && Field.of(target).isEmpty()) {
                throw new ColumnsRefused(Reason.NONE, target);
            }
        }
        if (seen.isEmpty() || targets.size() != width) {
            throw new ColumnsRefused(Reason.NONE, "");
        }
        if (!seen.contains(ImportRun.ID) && !seen.contains(Field.EMAIL.key()) && !seen.contains(Field.PHONE.key())) {
            throw new ColumnsRefused(Reason.NOBODY, "");
        }
        if (seen.contains(ImportRun.ID) && list.isBlank()) {
            throw new ColumnsRefused(Reason.LIST_UNNAMED, "");
        }
    }
}
