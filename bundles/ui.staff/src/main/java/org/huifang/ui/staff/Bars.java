// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.staff;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.theme.lumo.LumoUtility.Overflow;
import java.util.List;
import java.util.Locale;

/** For each day two bars from one zero line: what is asked, and what there is. The table beside it says the same. */
final class Bars extends Composite<Div> {
    private static final long serialVersionUID = 1L;
    private static final int STEP = 26;
    private static final int HEIGHT = 120;
    private static final String ASKED = "light-dark(#0072B2,#56B4E9)";
    private static final String STAFF = "light-dark(#D55E00,#EE7733)";

    Bars(List<Capacity.Day> days) {
        long most = Math.max(1, days.stream().mapToLong(day -> Math.max(day.carried() + day.asked(), day.staff()))
                .max().orElse(1));
        var marks = new StringBuilder();
        for (int i = 0; i < days.size(); i++) {
            var day = days.get(i);
            int left = i * STEP + 3;
            marks.append(bar(left, day.carried() + day.asked(), most, ASKED))
                    .append(bar(left + 11, day.staff(), most, STAFF));
            if (i % 7 == 0) {
                marks.append(label(left, day.day().getMonthValue() + "-" + day.day().getDayOfMonth()));
            }
        }
        int width = days.size() * STEP + 12;
        marks.append(String.format(Locale.ROOT,
                "<line x1=\"0\" x2=\"%d\" y1=\"%d\" y2=\"%d\" style=\"stroke:var(--lumo-contrast-30pct)\"/>", width,
                HEIGHT, HEIGHT));
        getContent().add(new Svg(String.format(Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" aria-hidden=\"true\""
                        + " focusable=\"false\">%s</svg>",
                width, HEIGHT + 20, marks)));
        getContent().addClassName(Overflow.AUTO);
        getContent().getElement().setAttribute("tabindex", "0");
    }

    /** The colour of a bar with its words, as the sentence above names it. */
    static Svg mark(boolean asked) {
        return new Svg("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"12\" height=\"12\" aria-hidden=\"true\">"
                + "<rect width=\"12\" height=\"12\" style=\"fill:" + (asked ? ASKED : STAFF) + "\"/></svg>");
    }

    private static String bar(int x, long value, long most, String colour) {
        long height = Math.round((double) value * (HEIGHT - 4) / most);
        return String.format(Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"10\" height=\"%d\" style=\"fill:%s\"/>", x, HEIGHT - height, height,
                colour);
    }

    private static String label(int x, String text) {
        return String.format(Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" style=\"font-size:var(--lumo-font-size-xs);"
                        + "fill:var(--lumo-secondary-text-color)\">%s</text>",
                x, HEIGHT + 14, text);
    }
}
