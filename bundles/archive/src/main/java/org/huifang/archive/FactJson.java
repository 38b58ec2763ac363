// SPDX-License-Identifier: Apache-2.0
package org.huifang.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huifang.api.archive.Fact;

/** How facts stand in the timeline for ever: names here are stored, so a renamed record keeps its old kind. */
final class FactJson {
    private static final Map<String, Class<? extends Fact>> KINDS = new HashMap<>(Map.of("CourseDescribed",
            Fact.CourseDescribed.class, "Launched", Fact.Launched.class, "Enrolled", Fact.Enrolled.class, "Left",
            Fact.Left.class, "LessonCompleted", Fact.LessonCompleted.class, "CourseFinished",
            Fact.CourseFinished.class, "FellDue", Fact.FellDue.class, "Revisited", Fact.Revisited.class, "Answered",
            Fact.Answered.class, "Exempted", Fact.Exempted.class));

    static {
        KINDS.putAll(Map.of("PersonDescribed", Fact.PersonDescribed.class, "PersonWithdrawn",
                Fact.PersonWithdrawn.class, "Purchased", Fact.Purchased.class, "ValueSaid", Fact.ValueSaid.class,
                "ValueChecked", Fact.ValueChecked.class, "Merged", Fact.Merged.class, "Split", Fact.Split.class,
                "KeptApart", Fact.KeptApart.class, "Tagged", Fact.Tagged.class, "Linked", Fact.Linked.class));
        KINDS.put("Consented", Fact.Consented.class);
        KINDS.put("KeeperNamed", Fact.KeeperNamed.class);
        KINDS.putAll(Map.of("ExamSet", Fact.ExamSet.class, "AccessGranted", Fact.AccessGranted.class, "TestTaken",
                Fact.TestTaken.class, "Complained", Fact.Complained.class, "RefundAsked", Fact.RefundAsked.class,
                "Refunded", Fact.Refunded.class, "Notified", Fact.Notified.class, "NoticeAnswered",
                Fact.NoticeAnswered.class, "FeedbackGiven", Fact.FeedbackGiven.class, "Promised",
                Fact.Promised.class));
        KINDS.put("TicketMoved", Fact.TicketMoved.class);
        KINDS.put("Greeted", Fact.Greeted.class);
        KINDS.put("Revealed", Fact.Revealed.class);
        KINDS.put("OwedAgain", Fact.OwedAgain.class);
        KINDS.put("Rescheduled", Fact.Rescheduled.class);
    }

    private static final Map<Class<?>, String> NAMES = KINDS.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(values())
            .defaultPropertyInclusion(JsonInclude.Value.ALL_NON_NULL)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private FactJson() {
    }

    static String kind(Fact fact) {
        String name = NAMES.get(fact.getClass());
        if (name == null) {
            throw new IllegalArgumentException("no stored name for " + fact.getClass());
        }
        return name;
    }

    /** The stored names of these and of all that extend them; none means all. */
    static String[] kinds(Collection<Class<? extends Fact>> wanted) {
        return NAMES.entrySet().stream()
                .filter(kind -> wanted.isEmpty() || wanted.stream().anyMatch(w -> w.isAssignableFrom(kind.getKey())))
                .map(Map.Entry::getValue).toArray(String[]::new);
    }

    /** @throws IllegalArgumentException when a value cannot be stored */
    static String write(Fact fact) {
        try {
            return JSON.writeValueAsString(fact);
        } catch (JsonProcessingException e) {
            throw e.getCause() instanceof IllegalArgumentException why
                    ? why
                    : new IllegalArgumentException("a fact cannot be written", e);
        }
    }

    static Fact read(String kind, String json) {
        Class<? extends Fact> type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalStateException("a fact of an unknown kind is in the timeline: " + kind);
        }
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fact in the timeline cannot be read: " + kind, e);
        }
    }

    private static SimpleModule values() {
        return new SimpleModule().addSerializer(String.class, new Written<>(String.class, Text::storable))
                .addSerializer(Instant.class, new Written<>(Instant.class, at -> Text.storable(at).toString()))
                .addSerializer(LocalDate.class, ToStringSerializer.instance)
                .addDeserializer(Instant.class, new Parsed<>(Instant.class, Instant::parse))
                .addDeserializer(LocalDate.class, new Parsed<>(LocalDate.class, LocalDate::parse));
    }

    private static final class Written<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<T, String> text;

        Written(Class<T> type, Function<T, String> text) {
            super(type);
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(text.apply(value));
        }
    }

    private static final class Parsed<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> parse;

        Parsed(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parse.apply(parser.getText());
        }
    }
}
