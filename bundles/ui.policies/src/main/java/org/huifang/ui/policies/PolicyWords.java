// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.policies;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huifang.api.calendar.Cap;
import org.huifang.api.calendar.Pack;
import org.huifang.ui.parts.Words;

/** Words for what calendars and packs speak of; names that this version does not know are shown as they are. */
final class PolicyWords {
    private static final Map<String, String> PACKS = Map.of("cn-2026", "policies.pack.cn", "us", "policies.pack.us",
            "eu", "policies.pack.eu");
    private static final Map<String, String> FEASTS = Map.of("元旦", "policies.feast.newyear", "春节",
            "policies.feast.spring", "清明节", "policies.feast.qingming", "劳动节", "policies.feast.labour", "端午节",
            "policies.feast.dragonboat", "中秋节", "policies.feast.midautumn", "国庆节", "policies.feast.national");

    private PolicyWords() {
    }

    static String pack(String name) {
        return word(PACKS, name);
    }

    /** The name of a special day; of public holidays in the reader's language. */
    static String day(String name) {
        return Stream.of(name.split("、")).map(each -> word(FEASTS, each))
                .collect(Collectors.joining(I18NProvider.translate("policies.and")));
    }

    static String channel(String channel) {
        return switch (channel) {
            case Pack.OTHERS -> I18NProvider.translate("policies.channel.others");
            case "wecom" -> I18NProvider.translate("policies.channel.wecom");
            default -> Words.channel(channel);
        };
    }

    static String cap(Cap cap) {
        String where = cap.channel() == null
                ? I18NProvider.translate("policies.cap.channels")
                : channel(cap.channel());
        String who = cap.tag() == null
                ? I18NProvider.translate("policies.cap.everybody")
                : I18NProvider.translate("policies.cap.tagged", cap.tag());
        return I18NProvider.translate("policies.cap.sentence", cap.most(), cap.days(), where, who);
    }

    private static String word(Map<String, String> keys, String name) {
        String key = keys.get(name);
        return key == null ? name : I18NProvider.translate(key);
    }
}
