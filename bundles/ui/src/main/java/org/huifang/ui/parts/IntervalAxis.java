// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.parts;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import java.util.Locale;
import org.huifang.api.evaluation.Estimate;

/**
 * An estimate on the axis of its measure (0 to 100 %, or -100 to 100 for a net promoter score): a dot with the line of
 * its 95 % interval. Rows of one measure share the axis. A picture only: {@link Estimates#sentence} stands beside it.
 */
public final class IntervalAxis extends Composite<Div> {
    private static final String FRAME = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100%%\" height=\"16\" "
            + "aria-hidden=\"true\" focusable=\"false\">%s%s</svg>";

    private final Svg picture = new Svg();
    private String shown = "";

    public IntervalAxis() {
        getContent().setWidthFull();
        getContent().getElement().setAttribute("aria-hidden", "true");
        getContent().add(picture);
    }

    public IntervalAxis(Estimate estimate) {
        this();
        show(estimate);
    }

    /** Shows this estimate; does nothing when it is shown already. */
    public void show(Estimate estimate) {
        var marks = switch (estimate) {
            case Estimate.FullCount c when c.n() > 0 -> dot(c.share());
            case Estimate.Share s -> line(s.low(), s.high()) + dot(s.share());
            case Estimate.NetPromoter p -> line(unit(p.low()), unit(p.high())) + dot(unit(p.score()));
            case Estimate.FullCount c -> "";
            case Estimate.TooFew few -> "";
            case Estimate.Nothing nothing -> "";
        };
        var svg = FRAME.formatted(axis(), marks);
        if (!svg.equals(shown)) {
            shown = svg;
            picture.setSvg(svg);
        }
    }

    /** The numbers under an axis, once for the rows that share it. */
    public static Svg scale(Estimate estimate) {
        var score = estimate instanceof Estimate.NetPromoter;
        return new Svg(FRAME.formatted(
                label(0, "start", score ? "−100" : "0%") + label(0.5, "middle", score ? "0" : "50%"),
                label(1, "end", score ? "+100" : "100%")));
    }

    private static String label(double at, String anchor, String text) {
        return String.format(Locale.ROOT,
                "<text x=\"%.2f%%\" y=\"12\" text-anchor=\"%s\" style=\"font-size:var(--lumo-font-size-xs);"
                        + "fill:var(--lumo-secondary-text-color)\">%s</text>",
                place(at), anchor, text);
    }

    private static String axis() {
        return stroke(3, 97, 8, 8, "--lumo-contrast-20pct", 1) + tick(0) + tick(0.5) + tick(1);
    }

    private static String tick(double at) {
        return stroke(place(at), place(at), 4, 12, "--lumo-contrast-30pct", 1);
    }

    private static String line(double low, double high) {
        return stroke(place(low), place(high), 8, 8, "--lumo-primary-text-color", 3);
    }

    private static String dot(double at) {
        return String.format(Locale.ROOT,
                "<circle cx=\"%.2f%%\" cy=\"8\" r=\"5\" style=\"fill:var(--lumo-primary-text-color)\"/>", place(at));
    }

    private static String stroke(double x1, double x2, int y1, int y2, String colour, int width) {
        return String.format(Locale.ROOT,
                "<line x1=\"%.2f%%\" x2=\"%.2f%%\" y1=\"%d\" y2=\"%d\" style=\"stroke:var(%s);stroke-width:%d\"/>", x1,
                x2,
                y1, y2, colour, width);
    }

    private static double unit(double score) {
        return (score + 100) / 200;
    }

    /** Leaves room for half a dot at both ends. */
    private static double place(double share) {
        return 3 + Math.clamp(share, 0, 1) * 94;
    }
}
