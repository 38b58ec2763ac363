// SPDX-License-Identifier: Apache-2.0
package org.huifang.moodle;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.platform.Platform;
import org.huifang.api.platform.Platforms;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads on in the log of one Moodle. What a row says is recorded under the row's own key, and only when all of a stretch
 * is committed does the cursor move: whatever breaks off is done again and changes nothing the second time.
 */
final class Source {
    private static final Logger LOG = LoggerFactory.getLogger(Source.class);
    private static final int STRETCH = 200;
    private static final int AT_ONCE = 32;

    private final Site site;
    private final LogTable table;
    private final Moodle moodle;
    private final Platforms platforms;
    private final MoodleStore store;
    private final LearnerArchive archive;
    private final Asides asides;
    private final InstantSource clock;
    private final Gaps gaps = new Gaps();
    private volatile @Nullable String trouble;

    Source(Site site, LogTable table, Moodle moodle, Platforms platforms, MoodleStore store, LearnerArchive archive,
            Asides asides, InstantSource clock) {
        this.site = site;
        this.table = table;
        this.moodle = moodle;
        this.platforms = platforms;
        this.store = store;
        this.archive = archive;
        this.asides = asides;
        this.clock = clock;
    }

    /** Empty while no platform is registered with this issuer. */
    Optional<Platform> platform() {
        return site.platform(platforms);
    }

    /** Why it does not get on; null while it does. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** Where the log stands. */
    LogTable.Standing standing(Platform platform) throws SQLException {
        return table.standing(store.position(platform));
    }

    long position(Platform platform) {
        return store.position(platform);
    }

    Moodle moodle() {
        return moodle;
    }

    /** One stretch; true when there is more to read at once. */
    boolean run() {
        Platform platform = platform().orElse(null);
        if (platform == null) {
            return false;
        }
        try {
            long from = store.position(platform);
            LogTable.Stretch read = table.after(from, STRETCH);
            List<LogRow> rows = gaps.sure(from, read, clock.instant());
            boolean all = take(platform, from, rows);
            return all && read.full() && !rows.isEmpty();
        } catch (SQLException e) {
            trouble("the database of the log does not answer: " + e.getMessage());
            return false;
        }
    }

    private boolean take(Platform platform, long from, List<LogRow> rows) {
        if (rows.isEmpty()) {
            trouble(null);
            return true;
        }
        Keys keys = new Keys(platform);
        Instant now = clock.instant();
        Events events = new Events(site, keys);
        List<Meaning> meanings = rows.stream().map(row -> events.of(row, now)).toList();
        Set<Long> people = toTell(platform, MoodleStore.Kind.PERSON, meanings, Meaning::people,
                meaning -> meaning instanceof Meaning.PersonChanged changed ? List.of(changed.person()) : List.of());
        Set<Long> courses = toTell(platform, MoodleStore.Kind.COURSE, meanings, Meaning::courses,
                meaning -> meaning instanceof Meaning.CourseChanged changed ? List.of(changed.course()) : List.of());
        Asking asking = new Asking(moodle);
        asking.ask(meanings, people, courses);
        Reading reading = new Reading(keys, asking, people, courses, now);
        List<Reading.Told> told = reading.read(rows, meanings);
        trouble(reading.later());
        if (!told.isEmpty()) {
            record(keys, told);
            asides.hint(platform, told);
            if (store.moved(platform, from, told.getLast().row().id(), reading.people(), reading.courses(), now)) {
                asides.count(keys, told);
            }
        }
        return told.size() == rows.size();
    }

    /** Those named for the first time, and those that are known and have changed. */
    private Set<Long> toTell(Platform platform, MoodleStore.Kind kind, List<Meaning> meanings,
            Function<Meaning, List<Long>> named, Function<Meaning, List<Long>> changed) {
        Set<Long> all = every(meanings, named);
        Set<Long> anew = every(meanings, changed);
        Set<Long> due = new HashSet<>(all);
        due.addAll(anew);
        Set<Long> met = due.isEmpty() ? Set.of() : store.met(platform, kind, due);
        due.removeIf(id -> met.contains(id) ? !anew.contains(id) : !all.contains(id));
        return due;
    }

    private static Set<Long> every(List<Meaning> meanings, Function<Meaning, List<Long>> of) {
        return meanings.stream().map(of).flatMap(Collection::stream).collect(Collectors.toSet());
    }

    /** Many at once, for they share commits. */
    private void record(Keys keys, List<Reading.Told> told) {
        try (var recorders = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<?>> all = told.stream().filter(one -> !one.facts().isEmpty())
                    .<Future<?>>map(one -> recorders.submit(() -> record(keys, one))).toList();
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a stretch was recorded", e);
        }
    }

    private void record(Keys keys, Reading.Told one) {
        try {
            archive.record(new Delivery(keys.platform().tenant(), keys.source(), one.row().key(), one.facts()));
        } catch (IllegalArgumentException e) {
            // this row would come again for ever, and all others behind it wait
            LOG.warn("Row {} of Moodle's log was passed over: {}", one.row().id(), e.getMessage());
        }
    }

    private void trouble(@Nullable String now) {
        if (now != null && !now.equals(trouble)) {
            LOG.warn("The log of {} is not read: {}", site.issuer(), now);
        }
        trouble = now;
    }
}
