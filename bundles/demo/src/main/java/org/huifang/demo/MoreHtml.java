// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

/** What happens less often: a form for each, behind one word. */
final class MoreHtml {
    private final Words words;
    private final String hidden;

    /** @param hidden the fields that every form carries */
    MoreHtml(Words words, String hidden) {
        this.words = words;
        this.hidden = hidden;
    }

    String of(Person person) {
        String name = Words.text(person.name());
        return "<details><summary>" + words.say("more") + "<span class=\"unseen\"> " + name + "</span></summary>"
                + form(field("score", "number", "min=\"0\" max=\"100\" value=\"45\" required") + button("test"))
                + form(field("text", "text", "maxlength=\"500\"") + button("complain")
                        + button("ask-refund") + button("refund"))
                + form(field("until", "date", "") + field("left", "number", "min=\"0\" max=\"100\"")
                        + button("access"))
                + "</details>";
    }

    String exam() {
        return form(field("day", "date", "required") + button("exam"));
    }

    private String form(String content) {
        return "<form method=\"post\" action=\"do\" class=\"more\">" + hidden + content + "</form>";
    }

    private String field(String name, String type, String rules) {
        return "<label>" + words.say("field." + name) + " <input name=\"" + name + "\" type=\"" + type + "\" " + rules
                + "></label>";
    }

    private String button(String what) {
        return "<button name=\"what\" value=\"" + what + "\">" + words.say("do." + what) + "</button>";
    }
}
