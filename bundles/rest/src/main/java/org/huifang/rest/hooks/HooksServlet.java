// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.hooks;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.huifang.api.archive.ArchiveUnavailable;
import org.huifang.api.archive.Delivery;
import org.huifang.api.archive.LearnerArchive;
import org.huifang.api.platform.HookSource;
import org.huifang.api.platform.HookSources;
import org.huifang.api.store.StoreUnavailable;
import org.huifang.rest.Awaited;
import org.huifang.rest.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /hooks/{source}} by Standard Webhooks: 202 once the facts are committed, also for one that was recorded
 * before. It is a servlet and no REST resource, because it is the hottest path of all.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/hooks/*")
public final class HooksServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(HooksServlet.class);
    private static final String RETRY_SECONDS = "2";

    private final transient InstantSource clock;
    private final transient Awaited<LearnerArchive> archive = new Awaited<>();
    private final transient Awaited<HookSources> sources = new Awaited<>();
    /** Checked for sources that do not exist, so that they answer as those with a wrong signature do. */
    private final transient List<byte[]> nobodysKeys = List.of(new byte[32]);

    @Activate
    public HooksServlet(@Reference InstantSource clock) {
        this.clock = clock;
        nobodysKeys.forEach(new SecureRandom()::nextBytes);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void bindArchive(LearnerArchive service) {
        archive.bind(service);
    }

    void unbindArchive(LearnerArchive service) {
        archive.unbind(service);
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    void bindSources(HookSources service) {
        sources.bind(service);
    }

    void unbindSources(HookSources service) {
        sources.unbind(service);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            accept(Hook.read(request));
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
        } catch (Refused refused) {
            answer(response, refused.problem());
        } catch (ArchiveUnavailable | StoreUnavailable e) {
            LOG.debug("a hook is to be sent again: {}", e.getMessage());
            answer(response, Problem.unavailable());
        } catch (RuntimeException e) {
            LOG.error("a hook failed", e);
            answer(response, Problem.unexpected());
        }
    }

    private void accept(Hook hook) throws Refused {
        Instant now = clock.instant();
        hook.checkTime(now);
        Optional<HookSource> source = await(sources).find(hook.source());
        List<byte[]> keys = source.map(HookSource::keys).orElse(nobodysKeys);
        if (!Signatures.fit(keys, hook.id(), hook.timestamp(), hook.body(), hook.signature()) || source.isEmpty()) {
            throw Refused.because("signature", 401, "The signature does not fit",
                    "The source is unknown here, or webhook-signature was not made with its secret over "
                            + "id.timestamp.body.");
        }
        HookSource known = source.get();
        var facts = HookFacts.read(hook.body(), known, now);
        try {
            await(archive).record(new Delivery(known.tenant(), "hook:" + known.name(), hook.id(), facts));
        } catch (IllegalArgumentException e) {
            throw Refused.because("invalid-hook", 422, "The hook cannot be stored",
                    "A value in it is none that the archive can keep.");
        }
    }

    private static <S> S await(Awaited<S> service) {
        return service.get().orElseThrow(() -> new StoreUnavailable("a part of Huifang is being updated"));
    }

    private static void answer(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        switch (problem.status()) {
            case 405 -> response.setHeader("Allow", "POST");
            case 503 -> response.setHeader("Retry-After", RETRY_SECONDS);
            case 413 -> response.setHeader("Connection", "close");
            default -> {
                // nothing more to say
            }
        }
        response.getOutputStream().write(problem.json());
    }
}
