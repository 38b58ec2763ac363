// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.service;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.huifang.lti.AssignmentAndGradesClaim;
import org.huifang.lti.Registration;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.json.Json;
import org.huifang.lti.service.ServiceFailure.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Assignment and Grade Services 2.0. Every call names the claim of a verified launch: only its own line item, and what
 * lies below its own container, is ever asked, and only with a scope that the claim names. Safe for many threads;
 * blocks.
 */
public final class AssignmentAndGrades {
    /** Line items, to read and to write. */
    public static final String LINE_ITEM = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
    /** Line items, to read. */
    public static final String LINE_ITEM_READ = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";
    /** Scores, to write. */
    public static final String SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    /** Results, to read. */
    public static final String RESULT = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";

    private static final String ITEM_TYPE = "application/vnd.ims.lis.v2.lineitem+json";
    private static final String ITEMS_TYPE = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    private static final String SCORE_TYPE = "application/vnd.ims.lis.v1.score+json";
    private static final String RESULTS_TYPE = "application/vnd.ims.lis.v2.resultcontainer+json";
    private static final Duration LONGEST_LEAD = Duration.ofSeconds(60);

    private final ServiceCalls calls;

    /**
     * A client.
     *
     * @param egress the way out
     * @param tokens the tool's tokens
     * @param clock the time
     */
    public AssignmentAndGrades(Egress egress, TokenClient tokens, InstantSource clock) {
        this.calls = new ServiceCalls(egress, tokens, clock);
    }

    /**
     * Lists line items, all pages.
     *
     * @param registration the platform
     * @param claim from a verified launch
     * @param query which ones
     * @return the items; those that are not readable are left out
     */
    public ServiceResult<List<LineItem>> lineItems(Registration registration, AssignmentAndGradesClaim claim,
            LineItemQuery query) {
        return ServiceCalls.result(() -> {
            URI uri = Links.with(Links.with(GradesDoor.container(claim), "resource_link_id", query.resourceLinkId()),
                    "resource_id", query.resourceId());
            uri = Links.with(Links.with(uri, "tag", query.tag()), "limit",
                    query.limit() > 0 ? Integer.toString(query.limit()) : null);
            return calls.pages(registration, GradesDoor.reading(claim), uri, ITEMS_TYPE,
                    answer -> Json.parseArray(answer.text()).orElse(null)).stream().map(GradesJson::lineItem)
                    .filter(Objects::nonNull).toList();
        });
    }

    /**
     * Makes a line item. Not idempotent: look first whether it is there already, by its {@code resourceId}.
     *
     * @param registration the platform
     * @param claim from a verified launch
     * @param item what to make; its id is ignored
     * @return the item with its id
     */
    public ServiceResult<LineItem> create(Registration registration, AssignmentAndGradesClaim claim, LineItem item) {
        return ServiceCalls.result(() -> {
            GradesDoor.scope(claim, LINE_ITEM);
            LineItem fresh = new LineItem(null, item.label(), item.scoreMaximum(), item.resourceId(), item.tag(),
                    item.resourceLinkId(), item.startDateTime(), item.endDateTime(), item.gradesReleased(),
                    item.review(), item.extensions());
            return item(claim, calls.write(registration, LINE_ITEM, "POST", GradesDoor.container(claim), ITEM_TYPE,
                    GradesJson.write(fresh)).text());
        });
    }

    /**
     * Reads one line item.
     *
     * @param registration the platform
     * @param claim from a verified launch
     * @param lineItem its address
     * @return the item as it is now
     */
    public ServiceResult<LineItem> read(Registration registration, AssignmentAndGradesClaim claim, URI lineItem) {
        return ServiceCalls.result(() -> fetch(registration, claim, lineItem));
    }

    /**
     * Writes a line item anew. Idempotent. Change what {@link #read} gave, so that extensions stay.
     *
     * @param registration the platform
     * @param claim from a verified launch
     * @param item with its id
     * @return the item as the platform keeps it
     */
    public ServiceResult<LineItem> update(Registration registration, AssignmentAndGradesClaim claim, LineItem item) {
        return ServiceCalls.result(() -> {
            GradesDoor.scope(claim, LINE_ITEM);
            URI uri = GradesDoor.own(claim, item.id());
            String text = calls.write(registration, LINE_ITEM, "PUT", uri, ITEM_TYPE, GradesJson.write(item)).text();
            return text.isBlank() ? item : item(claim, text);
        });
    }

    /**
     * Deletes a line item that this tool made. It is read first, and nothing is deleted that belongs to a link
     * (Moodle would remove the activity's grades) or that does not carry the tool's own mark.
     *
     * @param registration the platform
     * @param claim from a verified launch
     * @param lineItem its address
     * @param resourceId the mark that the tool gave it
     * @return the item that is gone; {@link Kind#NOT_OURS} when it was left alone
     */
    public ServiceResult<LineItem> delete(Registration registration, AssignmentAndGradesClaim claim, URI lineItem,
            String resourceId) {
        return ServiceCalls.result(() -> {
            GradesDoor.scope(claim, LINE_ITEM);
            Broken.unless(!lineItem.equals(claim.lineItem()), Kind.NOT_OURS, "the line item of the link itself");
            LineItem item = fetch(registration, claim, lineItem);
            Broken.unless(item.resourceLinkId() == null && resourceId.equals(item.resourceId()), Kind.NOT_OURS,
                    "a line item of a link, or one that the tool did not make");
            calls.write(registration, LINE_ITEM, "DELETE", GradesDoor.own(claim, lineItem), ITEM_TYPE, "");
            return item;
        });
    }

    /**
     * Tells a score. Telling the same again is harmless: the last one counts. After a failure that is
     * {@link ServiceFailure#temporary() temporary} just call again, which takes a later timestamp.
     *
     * @param registration the platform
     * @param claim from a verified launch
     * @param lineItem the claim's own line item, or one that was found or made by this claim
     * @param score what was reached
     * @param last the timestamp of this learner's score before this one; null when there was none
     * @return the timestamp that was sent: keep it as the next call's {@code last}
     */
    public ServiceResult<Instant> score(Registration registration, AssignmentAndGradesClaim claim, URI lineItem,
            Score score, @Nullable Instant last) {
        return ServiceCalls.result(() -> {
            GradesDoor.scope(claim, SCORE);
            Instant at = after(last);
            calls.write(registration, SCORE, "POST", Links.under(GradesDoor.own(claim, lineItem), "scores"),
                    SCORE_TYPE, GradesJson.write(score, at));
            return at;
        });
    }

    /**
     * Reads the platform's grades, all pages.
     *
     * @param registration the platform
     * @param claim from a verified launch
     * @param lineItem the line item
     * @param userId only of this learner; null for all
     * @param limit results a page, 0 to leave it to the platform; left out for Moodle, which fails with one
     * @return the results; those without a user are left out
     */
    public ServiceResult<List<Result>> results(Registration registration, AssignmentAndGradesClaim claim,
            URI lineItem, @Nullable String userId, int limit) {
        return ServiceCalls.result(() -> {
            GradesDoor.scope(claim, RESULT);
            URI uri = Links.with(Links.under(GradesDoor.own(claim, lineItem), "results"), "user_id", userId);
            boolean moodle = Objects.requireNonNullElse(uri.getRawQuery(), "").contains("type_id=");
            uri = Links.with(uri, "limit", limit > 0 && !moodle ? Integer.toString(limit) : null);
            return calls.pages(registration, RESULT, uri, RESULTS_TYPE,
                    answer -> Json.parseArray(answer.text()).orElse(null)).stream()
                    .flatMap(json -> GradesJson.result(json).stream()).toList();
        });
    }

    /** Strictly later than the last one, and hardly ever in the future, which would block all that follow. */
    private Instant after(@Nullable Instant last) throws Broken {
        Instant now = calls.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        Instant at = last == null || last.isBefore(now) ? now : last.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
        Broken.unless(!at.isAfter(now.plus(LONGEST_LEAD)), Kind.CONFLICT, "the last score lies in the future");
        return at;
    }

    private LineItem fetch(Registration registration, AssignmentAndGradesClaim claim, URI lineItem) throws Broken {
        return item(claim, calls.get(registration, GradesDoor.reading(claim), GradesDoor.own(claim, lineItem),
                ITEM_TYPE).text());
    }

    private static LineItem item(AssignmentAndGradesClaim claim, String text) throws Broken {
        LineItem item = Json.parse(text).map(GradesJson::lineItem).orElse(null);
        if (item == null) {
            throw new Broken(ServiceFailure.of(Kind.UNEXPECTED_ANSWER, "the answer is no line item"));
        }
        GradesDoor.own(claim, item.id());
        return item;
    }
}
