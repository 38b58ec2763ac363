// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.i18n.I18NProvider;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.huifang.api.evaluation.Estimate;

/** Numbers that never travel alone: the sentence with estimate, n and interval. */
public final class Estimates {
    private static final int DECIMALS_FROM = 1_000;

    private Estimates() {
    }

    /** As {@code 93% (52/56), interval 83–97%}; a full count says that it is one, too few and nobody say so. */
    public static String sentence(Estimate estimate) {
        return switch (estimate) {
            case Estimate.FullCount c -> c.n() == 0
                    ? sentence(new Estimate.Nothing())
                    : I18NProvider.translate("ui.estimate.full", percent(c.share(), c.n()), c.part(), c.n());
            case Estimate.Share s -> I18NProvider.translate("ui.estimate.share", percent(s.share(), s.n()), s.part(),
                    s.n(), number(s.low() * 100, s.n()), percent(s.high(), s.n()));
            case Estimate.NetPromoter p -> I18NProvider.translate("ui.estimate.nps", signed(p.score()), p.promoters(),
                    p.detractors(), p.n(), signed(Math.round(p.low())), signed(Math.round(p.high())));
            case Estimate.TooFew few -> I18NProvider.translate("ui.estimate.toofew", few.threshold());
            case Estimate.Nothing nothing -> I18NProvider.translate("ui.estimate.nothing");
        };
    }

    private static String percent(double share, long n) {
        return number(share * 100, n) + "%";
    }

    private static String number(double value, long n) {
        return BigDecimal.valueOf(value).setScale(n < DECIMALS_FROM ? 0 : 1, RoundingMode.HALF_UP).toPlainString();
    }

    private static String signed(long value) {
        return value > 0 ? "+" + value : value < 0 ? "−" + -value : "0";
    }
}
