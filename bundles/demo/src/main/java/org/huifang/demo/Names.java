// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import java.util.List;
import java.util.Locale;

/** Made-up people: thirty at the start, more when somebody enrols. */
final class Names {
    static final int AT_FIRST = 30;
    private static final List<String> ALL = List.of("陈晓", "李娜", "王俊杰", "张雨桐", "Emma Schneider", "刘洋", "Liam O'Connor",
            "赵敏", "黄诗涵", "Sofia Rossi", "周杰", "吴思远", "Noah Williams", "郑凯文", "孙悦", "Amélie Dubois", "欧阳子轩", "马晓燕",
            "Oliver Smith", "朱婷", "胡一鸣", "Lucía Fernández", "林佳怡", "郭子豪", "Hannah Müller", "何静", "高远",
            "Mateusz Kowalski",
            "罗文", "梁秋雨", "宋丹", "Isabella Moretti", "唐宇", "许晴", "Jonas Berg", "邓涛", "冯雪", "Priya Raman", "曾玉", "彭博",
            "Chloé Martin", "苏亦然", "卢欣", "Daniel Kim", "蒋欣怡", "蔡明", "Yusuf Demir", "贾宁", "丁香", "Grace Lee");

    private Names() {
    }

    static String name(int position) {
        int round = position / ALL.size();
        return ALL.get(position % ALL.size()) + (round == 0 ? "" : " " + (round + 1));
    }

    static String email(int position) {
        return String.format(Locale.ROOT, "learner%03d@campus.example", position + 1);
    }
}
