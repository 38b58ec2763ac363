// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SellingTest {
    @ParameterizedTest
    @ValueSource(strings = {"生日快乐！凭此消息可享优惠", "新春快樂，續費立享好禮", "祝您生日快乐，今日报名另有惊喜", "全场 8 折，只在今天", "五折迎新年",
            "生日特惠：課程半價", "优 惠 多多，祝学习进步", "优\u200b惠等你来", "续*费有礼", "恭喜学完！升级到高级班吧", "只要 199 元，陪你学一年", "￥99 起，送给寿星",
            "请加微信 teacher88", "扫码领取生日礼包", "请拨打 138 0013 8000", "一三八零零一三八零零零", "详情见 huifang.example.com",
            "Happy birthday! Enjoy 20% off today", "A special OFFER for you", "Buy one, get one",
            "Time to renew your course",
            "Our best price of the year", "Upgrade now", "Only $9 a month", "Your promo code: BIRTHDAY",
            "Use SPRING26 at the end",
            "See https://example.org/gift", "Write to shop@example.org", "A free trial lesson for your friend",
            "Hurry up, last chance", "Ｂｕｙ it today", "9.9 dollars only"})
    void what_sells_is_found(String text) {
        assertThat(Selling.in(text)).as(text).isNotEmpty();
    }

    @Test
    void what_is_found_is_quoted_whole() {
        assertThat(Selling.in("Only 1,299 CNY, or 199 元")).contains("1,299 CNY", "199 元");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name}，生日快乐！愿你新的一岁平安喜乐，学有所成。", "祝您春节快乐，阖家幸福！", "中秋快樂，人月兩團圓。", "恭喜你学完《{course}》！",
            "你已经完成了 {course} 的一半，为你骄傲。", "学习之路一波三折，而你坚持下来了。", "一元二次方程也难不倒你！", "祝 2026 元旦快乐", "2026-02-17，新春大吉",
            "从 2025–2026 学年走来，辛苦了", "三年级的小朋友，六一快乐", "老师们一直在你身边，加油！", "元宵節快樂", "谢谢你和我们一起学习了 365 天",
            "Happy birthday, {name}! We wish you a wonderful year.", "You have finished 50% of {course}. Well done!",
            "Feel free to rest today.", "Happy New Year 2026", "You did a great deal of work in 30 days.",
            "You can be proud of what you learnt.", "Merry Christmas from all your teachers",
            "Keep going: only 3 lessons left.",
            "Congratulations on HSK4!", "Learning to code is hard, and you did it."})
    void good_wishes_are_not(String text) {
        assertThat(Selling.in(text)).as(text).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-Hans", "zh-Hant", "en"})
    void what_huifang_adds_itself_sells_nothing(String language) {
        assertThat(Selling.in(Letters.of(language).last(""))).isEmpty();
        assertThat(Selling.in(Letters.of(language).last("晨光学校"))).isEmpty();
    }
}
