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
import org.huifang.api.platform.HookSource;
import org.huifang.api.store.StoreUnavailable;
import org.huifang.rest.Behind;
import org.huifang.rest.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /hooks/{source}} by Standard Webhooks: 202 once the facts are committed, also for one that was recorded
 * before. It is a servlet and no REST resource, because it is the hottest path of all. What is signed and not
 * understood is kept aside; what shows a token instead of a signature goes to {@link HintDoor}.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/hooks/*")
public final class HooksServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(HooksServlet.class);
    private static final String RETRY_SECONDS = "2";
    private static final int NOT_UNDERSTOOD = 422;

    private final transient InstantSource clock;
    private final transient Aside aside;
    private final transient HintDoor hints;
    private final transient Behind behind;
    /** Checked for sources that do not exist, so that they answer as those with a wrong signature do. */
    private final transient List<byte[]> nobodysKeys = List.of(new byte[32]);

    @Activate
    public HooksServlet(@Reference InstantSource clock, @Reference Aside aside, @Reference HintDoor hints,
            @Reference Behind behind) {
        this.clock = clock;
        this.aside = aside;
        this.hints = hints;
        this.behind = behind;
        nobodysKeys.forEach(new SecureRandom()::nextBytes);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String name = Hook.source(request);
            Optional<HookSource> source = behind.sources().find(name);
            if (HintDoor.isFor(request, source)) {
                hints.accept(request, source);
            } else {
                accept(Hook.read(name, request), source.filter(one -> one.kind() == HookSource.Kind.SIGNED));
            }
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

    private void accept(Hook hook, Optional<HookSource> source) throws Refused {
        Instant now = clock.instant();
        hook.checkTime(now);
        List<byte[]> keys = source.map(HookSource::keys).orElse(nobodysKeys);
        if (!Signatures.fit(keys, hook.id(), hook.timestamp(), hook.body(), hook.signature()) || source.isEmpty()) {
            throw Refused.because("signature", 401, "The signature does not fit",
                    "The source is unknown here, or webhook-signature was not made with its secret over "
                            + "id.timestamp.body.");
        }
        try {
            record(hook, source.get(), now);
        } catch (Refused refused) {
            if (refused.problem().status() == NOT_UNDERSTOOD) {
                aside.keep(source.get(), hook, refused.problem());
            }
            throw refused;
        }
    }

    private void record(Hook hook, HookSource source, Instant now) throws Refused {
        HookFacts.Said said = HookFacts.read(hook.body(), source, now);
        try {
            behind.archive().record(new Delivery(source.tenant(), "hook:" + source.name(), hook.id(), said.facts()));
        } catch (IllegalArgumentException e) {
            throw Refused.because("invalid-hook", NOT_UNDERSTOOD, "The hook cannot be stored",
                    "A value in it is none that the archive can keep.");
        }
        if (said.sequence() != null) {
            aside.seen(source, said.sequence());
        }
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
