// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The HTML of the platform's page for admins. */
final class AdminHtml {
    private final Words words;
    private final String token;
    private final URI tool;

    AdminHtml(Words words, String token, URI tool) {
        this.words = words;
        this.token = token;
        this.tool = tool;
    }

    String page(List<Client> clients, Set<Quirk> quirks, String frame) {
        return """
                <!doctype html><html lang="%s"><head><meta charset="utf-8"><title>%s</title>
                <meta name="viewport" content="width=device-width,initial-scale=1">
                <link rel="icon" href="data:,"><link rel="stylesheet" href="/demo/files/campus.css">\
                <script src="/demo/files/admin.js" defer></script></head><body>
                <header class="bar"><strong>%s</strong><a href="/demo/?lang=%s">%s</a></header><main>
                <h1>%s</h1><aside><section><h2>%s</h2>%s%s</section>
                <section id="tools"><h2>%s</h2><ul>%s</ul></section>
                <section><h2>%s</h2><p>%s</p>%s</section></aside></main></body></html>
                """.formatted(words.lang(), words.say("admin"), words.say("campus"), words.lang(),
                words.say("crumbs"), words.say("admin"), words.say("register"),
                form("<label>" + words.say("register.url") + " <input name=\"url\" size=\"60\" value=\""
                        + Words.text(tool.toString()) + "/lti/register\" required></label>"
                        + button("register", "register")),
                frame.isEmpty()
                        ? ""
                        : "<iframe name=\"registration\" title=\"" + words.say("register") + "\" src=\""
                                + Words.text(frame) + "\"></iframe>",
                words.say("tools"), clients.stream().map(this::row).collect(Collectors.joining()),
                words.say("quirks"),
                quirks.isEmpty()
                        ? "–"
                        : quirks.stream().map(Quirk::name).collect(Collectors.joining(", ")),
                form("<label>" + words.say("quirks.field")
                        + " <input name=\"quirks\" size=\"60\" list=\"known\"></label>"
                        + "<datalist id=\"known\"><option>moodle</option><option>none</option>"
                        + Arrays.stream(Quirk.values()).map(q -> "<option>" + q + "</option>")
                                .collect(Collectors.joining())
                        + "</datalist>" + button("quirks", "switch")));
    }

    private String row(Client client) {
        String hidden = "<input type=\"hidden\" name=\"client\" value=\"" + Words.text(client.id()) + "\">";
        String buttons = client.id().equals(Campus.CLIENT)
                ? ""
                : form(hidden + (client.active() ? "" : button("approve", "approve")) + button("remove", "remove"));
        return "<li data-client=\"" + Words.text(client.id()) + "\"><strong>" + Words.text(client.name()) + "</strong> "
                + Words.text(client.id()) + " · " + words.say(client.active() ? "active" : "pending") + " · "
                + Words.text(client.deployment()) + buttons + "</li>";
    }

    private String form(String content) {
        return "<form method=\"post\" action=\"/demo/admin/do\" class=\"more\"><input type=\"hidden\" name=\"token\""
                + " value=\"" + token + "\"><input type=\"hidden\" name=\"lang\" value=\"" + words.lang() + "\">"
                + content + "</form>";
    }

    private String button(String what, String word) {
        return "<button name=\"what\" value=\"" + what + "\">" + words.say(word) + "</button>";
    }
}
