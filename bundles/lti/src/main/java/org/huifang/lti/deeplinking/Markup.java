// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.deeplinking;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells markup of a few plain elements from all other, and repairs nothing: what a browser mends, it may mend wrongly. */
final class Markup {
    private static final int LONGEST = 65_536;
    private static final Pattern PIECE = Pattern.compile("[^<>&]++|&(?:amp|lt|gt|quot|nbsp|#39);|<br ?/?>"
            + "|<(?<open>p|b|strong|i|em|u|ul|ol|li|blockquote|h3|h4)>|</(?<close>[a-z0-9]{1,10})>"
            + "|<(?<link>a) href=\"https://[\\x21-\\x7e&&[^\"'<>`\\\\&]](?:[\\x21-\\x7e&&[^\"'<>`\\\\&]]|&amp;)*+\">");

    private Markup() {
    }

    static boolean plain(String html) {
        if (html.length() > LONGEST || html.indexOf('\0') >= 0) {
            return false;
        }
        Matcher piece = PIECE.matcher(html);
        Deque<String> open = new ArrayDeque<>();
        int at = 0;
        while (at < html.length() && piece.region(at, html.length()).lookingAt()) {
            String closed = piece.group("close");
            if (closed != null && (open.isEmpty() || !open.pop().equals(closed))) {
                return false;
            }
            if (piece.group("open") != null) {
                open.push(piece.group("open"));
            } else if (piece.group("link") != null) {
                open.push(piece.group("link"));
            }
            at = piece.end();
        }
        return at == html.length() && open.isEmpty();
    }
}
