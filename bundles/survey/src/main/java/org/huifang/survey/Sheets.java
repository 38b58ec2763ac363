// SPDX-License-Identifier: Apache-2.0
package org.huifang.survey;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Course;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.platform.Launches;
import org.huifang.api.platform.Platform;
import org.huifang.api.platform.Platforms;
import org.huifang.api.revisit.Answers;
import org.huifang.api.revisit.Questionnaires;
import org.huifang.api.revisit.Sheet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The questionnaires as this face sees them: what keeps them may be away for a moment while it is updated, and then the
 * page says so instead of being gone itself.
 */
@Component(service = Sheets.class)
public final class Sheets {
    private static final Logger LOG = LoggerFactory.getLogger(Sheets.class);
    private static final String TOKEN = "[A-Za-z0-9_-]{20,200}";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable Questionnaires questionnaires;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable LearnerArchive archive;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable Platforms platforms;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private volatile @Nullable Launches launches;

    Found open(String token) {
        return ask(token, service -> service.open(token));
    }

    Found save(String token, Answers answers) {
        return ask(token, service -> service.save(token, answers));
    }

    Found handIn(String token, Answers answers) {
        return ask(token, service -> service.handIn(token, answers));
    }

    /** The title of the course that is asked about, while the archive is there. */
    Optional<String> courseTitle(Sheet sheet) {
        LearnerArchive there = archive;
        return there == null
                ? Optional.empty()
                : orNothing(() -> there.course(sheet.tenant(), sheet.course()).map(Course::title));
    }

    /**
     * Who may frame what was found: the page of the launch that led here, and the tenant's platforms. A page that shows no
     * data and takes none may be framed by anybody.
     */
    String ancestors(Found found, String launch) {
        return found instanceof Found.Here(Sheet sheet) ? ancestors(sheet.tenant(), launch) : "*";
    }

    /** Who may frame a page that shows data of this tenant. */
    String ancestors(TenantId tenant, String launch) {
        Platforms known = platforms;
        Launches opened = launches;
        Stream<Platform> registered = known == null
                ? Stream.empty()
                : orNothing(() -> Optional.of(known.all(tenant))).stream().flatMap(List::stream);
        Optional<String> around = opened == null || launch.isEmpty()
                ? Optional.empty()
                : orNothing(() -> opened.frameOrigin(launch));
        return Frames.ancestors(registered, around);
    }

    private Found ask(String token, Function<Questionnaires, Optional<Sheet>> question) {
        Questionnaires there = questionnaires;
        if (!token.matches(TOKEN)) {
            return new Found.Unknown();
        }
        if (there == null) {
            return new Found.Away();
        }
        try {
            return question.apply(there).<Found>map(Found.Here::new).orElseGet(Found.Unknown::new);
        } catch (RuntimeException e) {
            LOG.warn("a questionnaire could not be read or kept", e);
            return new Found.Away();
        }
    }

    private static <T> Optional<T> orNothing(Supplier<Optional<T>> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            LOG.warn("a questionnaire is shown without the title of its course, or not in every frame", e);
            return Optional.empty();
        }
    }
}
