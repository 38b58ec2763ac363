// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.theme.lumo.LumoUtility.Display;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexDirection;
import com.vaadin.flow.theme.lumo.LumoUtility.FlexWrap;
import com.vaadin.flow.theme.lumo.LumoUtility.Gap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huifang.api.revisit.Feedback;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.TicketRules;
import org.huifang.ui.parts.Pieces;
import org.huifang.ui.parts.Words;

/** What the learner said, piece by piece: one press adds a piece under its area, all else about it is optional. */
final class FeedbackPart extends Composite<Div> implements Keeps {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 10;
    private static final String KIND = "feedback";

    private final transient Runnable changed;
    private final Div chips = new Div();
    private final Div list = new Div();
    private final List<FeedbackPiece> pieces = new ArrayList<>();
    private transient List<TicketRules.SubCode> codes = List.of();
    private transient SequencedMap<UUID, String> courses = new LinkedHashMap<>();

    /** @param changed called after each change that the agent made */
    FeedbackPart(Runnable changed) {
        this.changed = changed;
        var label = new Span(getTranslation("revisit.feedback"));
        Looks.label(label);
        chips.addClassNames(Display.FLEX, FlexWrap.WRAP, Gap.XSMALL);
        chips.getElement().setAttribute("role", "group");
        chips.getElement().setAttribute("aria-label", getTranslation("revisit.feedback"));
        Stream.of(Area.values()).forEach(area -> chips.add(chip(area)));
        list.addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.SMALL);
        getContent().addClassNames(Display.FLEX, FlexDirection.COLUMN, Gap.XSMALL);
        getContent().add(label, chips, list);
    }

    private Button chip(Area area) {
        var chip = new Button(Words.of(area), Pieces.icon(VaadinIcon.PLUS), click -> {
            add(new About<>(new Feedback(area, "", "", false), null)).focus();
            changed.run();
        });
        chip.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return chip;
    }

    /** @param now titles of the courses that the call is about; pieces that are there keep their choice */
    void about(SequencedMap<UUID, String> now) {
        courses = now;
    }

    void show(List<About<Feedback>> feedback, List<TicketRules.SubCode> offered) {
        codes = List.copyOf(offered);
        pieces.clear();
        list.removeAll();
        feedback.forEach(this::add);
        chips.setEnabled(pieces.size() < MOST);
    }

    List<About<Feedback>> value() {
        return pieces.stream().map(FeedbackPiece::value).toList();
    }

    @Override
    public Map<String, String> words() {
        return words(value());
    }

    @Override
    public void left(Map<String, String> words) {
        var now = with(value(), words);
        if (!now.equals(value())) {
            show(now, codes);
            changed.run();
        }
    }

    static Map<String, String> words(List<About<Feedback>> pieces) {
        var words = new LinkedHashMap<String, String>();
        for (int i = 0; i < pieces.size(); i++) {
            words.put(KIND + "." + i + AREA, pieces.get(i).what().said());
            words.put(KIND + "." + i + FIELD, pieces.get(i).what().code());
        }
        return words;
    }

    /** These pieces with the words that were left of them. */
    static List<About<Feedback>> with(List<About<Feedback>> pieces, Map<String, String> words) {
        return IntStream.range(0, pieces.size()).mapToObj(i -> pieces.get(i).map(piece -> new Feedback(piece.area(),
                words.getOrDefault(KIND + "." + i + FIELD, piece.code()),
                words.getOrDefault(KIND + "." + i + AREA, piece.said()), piece.problem()))).toList();
    }

    private FeedbackPiece add(About<Feedback> about) {
        var piece = about.what();
        var shown = new FeedbackPiece(piece, new AboutField(courses, about.course(), changed),
                codes.stream().filter(c -> c.area() == piece.area()).toList(), changed, this::remove);
        shown.getElement().setAttribute(ATTRIBUTE, KIND);
        pieces.add(shown);
        list.add(shown);
        chips.setEnabled(pieces.size() < MOST);
        return shown;
    }

    private void remove(FeedbackPiece piece) {
        pieces.remove(piece);
        list.remove(piece);
        chips.setEnabled(true);
        changed.run();
    }
}
