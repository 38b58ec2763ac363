// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.archive.Reach;
import org.huifang.api.channel.Message;
import org.huifang.api.consent.Policies;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What learners are written: who, why, how, how long, and a link to answer by (A30, A31). */
@Component(service = Letters.class)
public final class Letters {
    private static final List<String> LANGUAGES = List.of("zh-Hans", "zh-Hant", "en");

    private static final long FRESH = Duration.ofMinutes(1).toNanos();

    /** @param asked when, by the clock of this process */
    private record Title(String text, long asked) {}

    private final Map<UUID, Title> titles = new ConcurrentHashMap<>();
    private final LearnerArchive archive;
    private final Policies policies;
    private final Settings settings;
    private final Map<String, Properties> texts = new HashMap<>();

    @Activate
    public Letters(@Reference LearnerArchive archive, @Reference Policies policies, @Reference Settings settings) {
        this.archive = archive;
        this.policies = policies;
        this.settings = settings;
        LANGUAGES.forEach(language -> texts.put(language, read(language)));
    }

    private static Properties read(String language) {
        var properties = new Properties();
        try (InputStream file = Letters.class.getResourceAsStream("letters_" + language + ".properties")) {
            if (file == null) {
                throw new IllegalStateException("no letters in " + language);
            }
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    Message notice(Announced contact, Reach reach, String channel, String to, String token) {
        String language = language(reach.language());
        ZoneId zone = zone(contact.tenant(), reach);
        String when = DateTimeFormatter.ofPattern(text(language, "time"), Locale.forLanguageTag(language))
                .format(contact.at().atZone(zone)) + (reach.zone() == null ? " (" + zone.getId() + ")" : "");
        int minutes = contact.open().stream().mapToInt(Owed::minutes).sum();
        String school = policies.schoolName(contact.tenant(), contact.at());
        return new Message(contact.tenant(), contact.id() + ":notice", contact.open().getFirst().learner(), to,
                language,
                text(language, named("notice.subject", school), courses(contact), school),
                text(language, named("notice.text", school), reach.name(), courses(contact),
                        purposes(language, contact), text(language, "channel." + contact.channel()), when, minutes,
                        settings.link("/n/" + token), school));
    }

    Message invitation(Announced contact, Reach reach, String channel, String to, List<String> sheets) {
        String language = language(reach.language());
        String links = sheets.stream().map(sheet -> settings.link("/s/" + sheet)).collect(Collectors.joining("\n"));
        String school = policies.schoolName(contact.tenant(), contact.at());
        return new Message(contact.tenant(), contact.id() + ":invitation", contact.open().getFirst().learner(), to,
                language, text(language, named("invitation.subject", school), courses(contact), school),
                text(language, named("invitation.text", school), reach.name(), courses(contact), links, school));
    }

    /** Who is called by a stranger believes one who names the school; one without a name speaks for the course. */
    private static String named(String key, String school) {
        return school.isEmpty() ? key : key + ".school";
    }

    private ZoneId zone(TenantId tenant, Reach reach) {
        ZoneId own = reach.zone();
        return own == null ? settings.planning(tenant).zone() : own;
    }

    private String courses(Announced contact) {
        return contact.open().stream().map(Owed::course).distinct()
                .map(course -> title(contact.tenant(), course))
                .filter(title -> !title.isEmpty()).collect(Collectors.joining(", "));
    }

    /** What it was called within the last minute: asking counts those in the course, and letters go by the thousand. */
    private String title(TenantId tenant, UUID course) {
        Title known = titles.get(course);
        if (known == null || System.nanoTime() - known.asked > FRESH) {
            known = new Title(archive.course(tenant, course).map(Course::title).orElse(""), System.nanoTime());
            titles.put(course, known);
        }
        return known.text;
    }

    private String purposes(String language, Announced contact) {
        return contact.open().stream().map(owed -> owed.title().isEmpty() ? step(language, owed.step()) : owed.title())
                .distinct().collect(Collectors.joining(text(language, "and")));
    }

    private String step(String language, String step) {
        String known = texts(language).getProperty("step." + step);
        return known == null ? text(language, "step.other") : known;
    }

    private String text(String language, String key, Object... places) {
        String text = texts(language).getProperty(key);
        if (text == null) {
            throw new IllegalStateException(language + " has no " + key);
        }
        return places.length == 0 ? text : new MessageFormat(text, Locale.forLanguageTag(language)).format(places);
    }

    private Properties texts(String language) {
        Properties there = texts.get(language);
        if (there == null) {
            throw new IllegalStateException("no letters in " + language);
        }
        return there;
    }

    /** What the file says, else simplified Chinese. */
    static String language(@Nullable String asked) {
        Locale locale = Locale.forLanguageTag(asked == null ? "" : asked);
        if (locale.getLanguage().equals("en")) {
            return "en";
        }
        boolean traditional = locale.getScript().equals("Hant")
                || locale.getScript().isEmpty() && List.of("TW", "HK", "MO").contains(locale.getCountry());
        return locale.getLanguage().equals("zh") && traditional
                ? "zh-Hant"
                : locale.getLanguage().isEmpty() || locale.getLanguage().equals("zh") ? "zh-Hans" : "en";
    }

    /** For tests: all keys of a language. */
    Map<Object, Object> all(String language) {
        return Map.copyOf(texts(language));
    }
}
