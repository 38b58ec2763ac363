// SPDX-License-Identifier: Apache-2.0
package org.huifang.care;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What makes a greeting a sales message: words of selling in three languages, amounts of money, per cent off, and ways to
 * be led on to a shop, as links, numbers and codes. It would rather refuse an innocent text, which can be said in other
 * words, than let one pass that sells.
 */
final class Selling {
    private static final int WORD = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    /** Han written apart to slip through: 优 惠, 优*惠. */
    private static final Pattern APART = Pattern.compile("(?<=\\p{IsHan})[\\s*_·•~|/-]+(?=\\p{IsHan})");
    private static final Pattern DATE = Pattern
            .compile("(?<!\\d)(?:19|20)\\d\\d\\s?[-/.~–—至到年]\\s?\\d{1,4}(?:\\s?[-/.月]\\s?\\d{1,2})?(?!\\d)");

    private static final String HANS = """
        优惠|特惠|折扣|打折|折价|特价|促销|大促|购买|选购|抢购|团购|拼团|秒杀|砍价|续费|续报|续课|续订|续班|报名|抢报|限时|限量\
        |仅剩|名额|下单|订购|订单|付款|支付|付费|缴费|充值|学费|价格|价钱|原价|现价|售价|半价|低价|降价|涨价|正价|免费|赠送|赠课\
        |送课|买一送|买课|礼包|红包|抽奖|返现|立减|满减|减免|立省|代金券|礼券|兑换|邀请码|优惠码|会员|升级|开通|试听|体验课|转介绍\
        |邀请好友|推荐好友|老带新|福利|扫码|二维码|加微信|微信号|公众号|热线|欢迎咨询|咨询电话|致电|点击|链接|最后机会|不要错过\
        |切勿错过|机不可失|双十一|新课上线|新课推荐""";
    private static final String HANT = """
        優惠|特惠|折扣|打折|折價|特價|促銷|大促|購買|選購|搶購|團購|拼團|秒殺|砍價|續費|續報|續課|續訂|續班|報名|搶報|限時|限量\
        |僅剩|名額|下單|訂購|訂單|付款|支付|付費|繳費|充值|儲值|學費|價格|價錢|原價|現價|售價|半價|低價|降價|漲價|正價|免費|贈送\
        |贈課|送課|買一送|買課|禮包|紅包|抽獎|返現|立減|滿減|減免|立省|代金券|禮券|兌換|邀請碼|優惠碼|會員|升級|開通|試聽|體驗課\
        |轉介紹|邀請好友|推薦好友|老帶新|福利|掃碼|二維碼|加微信|微信號|公眾號|熱線|歡迎諮詢|諮詢電話|致電|點擊|連結|最後機會\
        |不要錯過|切勿錯過|機不可失|雙十一|新課上線|新課推薦""";
    private static final String EN = """
        \\b(?:discount(?:s|ed)?|offer(?:s|ed|ing|ings)?|deals|(?:special|best|hot) deal|buy(?:s|ing)?|bought\
        |purchas(?:e|es|ed|ing)|renew(?:s|ed|ing|al|als)?|pric(?:e|es|ed|ing)|promo(?:s|tion|tions|tional)?\
        |upgrad(?:e|es|ed|ing)|coupons?|vouchers?|sales?|cash ?backs?|check ?out|subscri(?:be|bes|bed|bing|ption|ptions)\
        |sign up|enroll? (?:now|today|in|for)|register (?:now|today|for)|limited[- ]time|last chance|act now|hurry up\
        |don.?t miss|order (?:now|today|yours)|pay (?:now|less|only|just)|payments?|fees?|tuition|memberships?|premium|vip\
        |gift cards?|bonus(?:es)?|half[- ]price|cheap(?:er|est)?|bargains?|money[- ]back|refunds?|free of charge|for free\
        |free (?:trial|lesson|class|course|gift|month|week|access|session)(?:s|es)?|trial (?:lesson|class)(?:es|s)?\
        |click (?:here|the|below|on)|call us|refer a friend|invite (?:a|your) friends?|save (?:up|\\d+ ?%)|qr[- ]?code)\\b""";
    private static final String MONEY = """
        [$€£¥₩₹]\\s?\\d*|(?:\\d[\\d.,]*|[十百千万萬])\\s?(?:元(?![旦宵气氣素])|圆|圓|块钱|塊錢|美元|人民币|人民幣)\
        |\\d[\\d.,]*\\s?(?:rmb|cny|usd|eur|gbp|twd|hkd|yuan|dollars?|euros?|pounds?|bucks)\\b|\\b(?:rmb|cny|usd|eur|gbp)\\s?\\d+""";
    private static final String OFF = """
        \\d+\\s?%\\s?(?:off|discount|less|cheaper)|(?<!一波)[\\d一二两兩三四五六七八九半][.点點]?[\\d一二三四五六七八九]?\\s?折\
        |[立省减減]\\s?\\d{2,}""";
    private static final String LED_ON = """
        https?:\\S*|www\\.\\S*|[\\w-]+\\.(?:com|cn|net|org|edu|io|me|top|xyz|shop|vip|cc|tw|hk|info|ly|link|app|site|store)\\b\
        |\\S+@\\S+|(?:微信|wechat|vx|qq|line|whatsapp|telegram)\\s?(?:id|号|號)?\\s?:|\\bcode\\s?:\\s?\\S+""";
    private static final String NUMBER = """
        (?<!\\d)\\+?\\d(?:[\\s().-]?\\d){6,}|[〇零幺一二三四五六七八九]{7,}""";

    private static final List<Pattern> PATTERNS = List.of(Pattern.compile(HANS + "|" + HANT), Pattern.compile(EN, WORD),
            Pattern.compile(MONEY, WORD), Pattern.compile(OFF, WORD), Pattern.compile(LED_ON, WORD),
            Pattern.compile(NUMBER),
            // SPRING26: letters and digits as only a code has them
            Pattern.compile("(?<![\\w-])(?=[\\dA-Z-]*[A-Z])(?=[\\dA-Z-]*\\d)[\\dA-Z-]{6,}(?![\\w-])"));

    private Selling() {
    }

    /** What in a text sells, in the order of kinds; empty when nothing does. */
    static List<String> in(String text) {
        String plain = APART.matcher(INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(""))
                .replaceAll("");
        String dateless = DATE.matcher(plain).replaceAll(" ");
        Set<String> found = new LinkedHashSet<>();
        for (Pattern pattern : PATTERNS) {
            pattern.matcher(dateless).results().forEach(hit -> found.add(hit.group().strip()));
        }
        return List.copyOf(found);
    }
}
