// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.revisit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huifang.api.revisit.Feedback;
import org.huifang.api.revisit.Outcome;
import org.huifang.api.ticket.Area;
import org.jspecify.annotations.Nullable;

/**
 * A draft as one text: a first line {@code OUTCOME|call-back|n}, then n lines {@code name=part|part}, then the note. The
 * number is left out when there are no such lines, which is how all drafts were written once; and feedback and promises
 * did not end with the course that they are about. What is not understood is left out, and a text without such a first
 * line is a note.
 */
final class DraftText {
    private static final Pattern HEAD = Pattern.compile("([A-Z_]*)\\|([0-9TZ:.+-]*)(?:\\|(\\d{1,3}))?");

    private DraftText() {
    }

    static String of(Draft draft) {
        if (draft.equals(Draft.EMPTY)) {
            return "";
        }
        var lines = lines(draft);
        return text(draft.outcome()) + "|" + text(draft.callBack())
                + (lines.isEmpty() ? "" : "|" + lines.size() + "\n" + String.join("\n", lines)) + "\n" + draft.note();
    }

    private static List<String> lines(Draft draft) {
        var lines = new ArrayList<String>();
        var call = draft.call();
        if (!call.equals(Draft.Call.NONE)) {
            lines.add(line("call", text(call.started()), Integer.toString(call.seconds()),
                    call.recorded() == null ? "" : call.recorded().toString()));
        }
        draft.feedback().forEach(each -> {
            var piece = each.what();
            lines.add(line("feedback", piece.area().name(), piece.code(), Boolean.toString(piece.problem()),
                    piece.said(), text(each.course())));
        });
        draft.promises().forEach(each -> lines.add(
                line("promise", text(each.what().by()), each.what().what(), text(each.course()))));
        if (!draft.trail().isEmpty()) {
            lines.add(line("trail", draft.trail().toArray(String[]::new)));
        }
        return lines;
    }

    static Draft parse(String text) {
        var all = text.split("\n", -1);
        var head = HEAD.matcher(all[0]);
        if (!head.matches()) {
            return new Draft(null, null, text);
        }
        int more = head.group(3) == null ? 0 : Math.min(Integer.parseInt(head.group(3)), all.length - 1);
        var note = String.join("\n", Arrays.asList(all).subList(1 + more, all.length));
        var draft = new Draft(find(Outcome.values(), head.group(1)).orElse(null), instant(head.group(2)), note);
        for (int i = 1; i <= more; i++) {
            int equals = all[i].indexOf('=');
            draft = equals < 0 ? draft : read(draft, all[i].substring(0, equals), parts(all[i].substring(equals + 1)));
        }
        return draft;
    }

    private static Draft read(Draft draft, String name, List<String> parts) {
        return switch (name + parts.size()) {
            case "call3" -> draft.with(new Draft.Call(instant(parts.get(0)),
                    parts.get(1).matches("\\d{1,6}") ? Integer.parseInt(parts.get(1)) : 0,
                    parts.get(2).isEmpty() ? null : Boolean.valueOf(parts.get(2))));
            case "feedback4" -> feedback(draft, parts, null);
            case "feedback5" -> feedback(draft, parts, course(parts.get(4)));
            case "promise2" -> promise(draft, parts, null);
            case "promise3" -> promise(draft, parts, course(parts.get(2)));
            default -> name.equals("trail") ? draft.withTrail(parts) : draft;
        };
    }

    private static Draft feedback(Draft draft, List<String> parts, @Nullable UUID course) {
        return find(Area.values(), parts.get(0))
                .map(area -> new Feedback(area, parts.get(1), parts.get(3), Boolean.parseBoolean(parts.get(2))))
                .map(piece -> draft.withFeedback(and(draft.feedback(), new About<>(piece, course)))).orElse(draft);
    }

    private static Draft promise(Draft draft, List<String> parts, @Nullable UUID course) {
        var promise = new Draft.Pledge(parts.get(1), instant(parts.get(0)));
        return draft.withPromises(and(draft.promises(), new About<>(promise, course)));
    }

    private static <T> List<T> and(List<T> before, T one) {
        var all = new ArrayList<>(before);
        all.add(one);
        return all;
    }

    private static String line(String name, String... parts) {
        return name + "=" + String.join("|", Arrays.stream(parts).map(DraftText::escaped).toList());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("|", "\\p");
    }

    private static List<String> parts(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(DraftText::plain).toList();
    }

    private static String plain(String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                plain.append(next == 'n' ? '\n' : next == 'p' ? '|' : next);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static <E extends Enum<E>> Optional<E> find(E[] values, String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static @Nullable UUID course(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException notOne) {
            return null;
        }
    }
}
