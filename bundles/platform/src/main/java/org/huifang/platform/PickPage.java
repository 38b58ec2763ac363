// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huifang.lti.DeepLinkingSettings;
import org.huifang.lti.deeplinking.DeepLinkingResult;

/** Where a teacher chooses what to place in the course. */
record PickPage(Words words, String frame) {
    void choose(HttpServletResponse response, String secret, DeepLinkingSettings settings) throws IOException {
        String kind = settings.acceptMultiple() ? "checkbox" : "radio";
        String each = Arrays.stream(Placement.values()).map(place -> "<label><input type=\"" + kind
                + "\" name=\"place." + (settings.acceptMultiple() ? place.word() : "one") + "\" value=\""
                + place.word() + "\"> " + words.say("pick." + place.word()) + "<small>"
                + words.say("pick." + place.word() + ".why") + "</small></label>").collect(Collectors.joining());
        String body = "<h1>" + words.say("pick.title") + "</h1><form method=\"post\" action=\"/lti/deep-link\">"
                + Page.hidden(Map.of("picking", secret)) + "<fieldset><legend>" + words.say("pick.what")
                + "</legend>" + each + "</fieldset><button class=\"primary\" name=\"do\" value=\"add\">"
                + words.say("pick.add") + "</button> <button name=\"do\" value=\"cancel\">" + words.say("pick.cancel")
                + "</button></form>";
        new Page(words, words.plain("pick.title"), body).send(response, 200, frame, "");
    }

    /** A form that goes to the platform by itself; the token never stands in an address. */
    void send(HttpServletResponse response, DeepLinkingResult.Signed signed) throws IOException {
        URI back = signed.returnUrl();
        String body = "<p>" + words.say("pick.sending") + "</p><form method=\"post\" action=\""
                + Words.text(back.toString()) + "\">" + Page.hidden(signed.form()) + "<button class=\"primary\">"
                + words.say("pick.add") + "</button></form><script src=\"/lti/files/submit.js\"></script>";
        new Page(words, words.plain("pick.title"), body).send(response, 200, frame, Page.origin(back));
    }

    void again(HttpServletResponse response, int status, String sentence, String reference) throws IOException {
        String body = "<h1>" + words.say("pick.title") + "</h1><p>" + words.say(sentence) + "</p><p><small>"
                + words.say("reference") + " " + Words.text(reference) + "</small></p>";
        new Page(words, words.plain("pick.title"), body).send(response, status, frame, "");
    }

    /** What was ticked. */
    static List<Placement> chosen(Map<String, String> form) {
        return form.entrySet().stream().filter(field -> field.getKey().startsWith("place."))
                .flatMap(field -> Placement.of(field.getValue()).stream()).distinct().sorted().toList();
    }
}
