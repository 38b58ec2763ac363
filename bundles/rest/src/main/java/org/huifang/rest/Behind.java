// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest;

import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.events.SignedEvents;
import org.huifang.api.events.Statements;
import org.huifang.api.events.UnmappedEvents;
import org.huifang.api.platform.HookSources;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What the doors need of other bundles. The doors stay open while one of these is updated, and wait for it. */
@Component(service = Behind.class)
public final class Behind {
    private final Awaited<HookSources> sources = new Awaited<>();
    private final Awaited<LearnerArchive> archive = new Awaited<>();
    private final Awaited<UnmappedEvents> unmapped = new Awaited<>();
    private final Awaited<Statements> statements = new Awaited<>();
    private final Awaited<SignedEvents> signed = new Awaited<>();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void bindSources(HookSources service) {
        sources.bind(service);
    }

    public void unbindSources(HookSources service) {
        sources.unbind(service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void bindArchive(LearnerArchive service) {
        archive.bind(service);
    }

    public void unbindArchive(LearnerArchive service) {
        archive.unbind(service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void bindUnmapped(UnmappedEvents service) {
        unmapped.bind(service);
    }

    public void unbindUnmapped(UnmappedEvents service) {
        unmapped.unbind(service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void bindStatements(Statements service) {
        statements.bind(service);
    }

    public void unbindStatements(Statements service) {
        statements.unbind(service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    public void bindSigned(SignedEvents service) {
        signed.bind(service);
    }

    public void unbindSigned(SignedEvents service) {
        signed.unbind(service);
    }

    public HookSources sources() {
        return sources.there();
    }

    public LearnerArchive archive() {
        return archive.there();
    }

    public UnmappedEvents unmapped() {
        return unmapped.there();
    }

    public Statements statements() {
        return statements.there();
    }

    public SignedEvents signed() {
        return signed.there();
    }
}
