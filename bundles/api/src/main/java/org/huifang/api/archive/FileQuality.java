// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huifang.api.Page;
import org.huifang.api.TenantId;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Whether the files can be trusted, and what to ask next. A value that was held against the person is put on record as
 * {@link Fact.ValueChecked}, a file's keeper as {@link Fact.KeeperNamed}. Thread-safe; throws {@link ArchiveUnavailable}
 * as the archive does.
 */
@ProviderType
public interface FileQuality {
    /** Stands for "a way to reach the person": phone, e-mail or WeChat. */
    String CONTACT = "contact";

    /** Of the definitions behind {@link Scorecard}. */
    int VERSION = 1;

    /**
     * What is wanted, of every field, in the order of what changes a decision first; after what holds for all what holds for a
     * type of customer instead.
     */
    List<FieldPolicy> policies(TenantId tenant);

    /** Takes back what holds for a type of customer: what holds for all holds for them again. */
    void drop(TenantId tenant, String field, String type);

    /**
     * Replaces the policy of a field, for all or for a type of customer, and has the files counted anew.
     *
     * @throws IllegalArgumentException when there is no such field or type, or the age is not 1 to 3,650 days
     */
    void set(TenantId tenant, FieldPolicy policy);

    /**
     * What is worth asking this learner, at most two things, what changes a decision first standing first; of fields with
     * a policy only. One of them is a value of an open review round where there is one. Empty for an unknown file.
     */
    List<Ask> ask(TenantId tenant, UUID learner);

    /** As counted last, with the review rounds as they stand now; empty before the first count. */
    Optional<Scorecard> scorecard(TenantId tenant);

    /**
     * How it came to that: the last count of each 30 days, the newest first, each with the review rounds of the 92 days
     * before it. Days without a count are missing.
     *
     * @param months of 30 days, 1 to 60
     */
    List<Scorecard> months(TenantId tenant, int months);

    /** What state the files of each keeper are in, as counted last; of those who keep any. */
    List<KeeperQuality> keepers(TenantId tenant);

    /** Has the files counted in the background; a count that is going on serves. */
    void countAnew(TenantId tenant);

    /**
     * Values that were out of date when they were counted and still are, the oldest first.
     *
     * @param after {@link Page#next()} of the page before, or null for the first
     * @param limit 1 to 500; a page may hold less and still have a next one
     */
    Page<StaleValue> stale(TenantId tenant, @Nullable String after, int limit);

    /**
     * Draws values to be checked, of all learners and of what is wanted of all; the same round twice is drawn once.
     *
     * @param size 1 to 1,000; fewer are drawn where there are fewer
     * @param seed decides what is drawn, so that anybody can draw it again
     */
    ReviewRound draw(TenantId tenant, UUID round, int size, long seed, String author, Instant at);

    /** The last 24, the newest first. */
    List<ReviewRound> rounds(TenantId tenant);

    /** What was drawn, in the order of the draw; empty for an unknown round. */
    List<ReviewItem> items(TenantId tenant, UUID round);

    /** The account that keeps this file; of several that were named, the last. */
    Optional<UUID> keeper(TenantId tenant, UUID learner);
}
