// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.events;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.huifang.api.archive.ArchiveUnavailable;
import org.huifang.api.store.StoreUnavailable;
import org.huifang.rest.Problem;
import org.huifang.rest.hooks.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a sender of learning events is told when something is not taken. */
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    /** What a door does. */
    interface Work {
        void run() throws Refused, IOException;
    }

    private Answers() {
    }

    static void to(HttpServletResponse response, Work work) throws IOException {
        try {
            work.run();
        } catch (Refused refused) {
            problem(response, refused.problem());
        } catch (ArchiveUnavailable | StoreUnavailable e) {
            LOG.debug("events are to be sent again: {}", e.getMessage());
            problem(response, Problem.unavailable());
        } catch (RuntimeException e) {
            LOG.error("a door for learning events failed", e);
            problem(response, Problem.unexpected());
        }
    }

    /** As {@link #to}, for doors that are posted to: 200 when the work is done. */
    static void toPost(HttpServletRequest request, HttpServletResponse response, Work work) throws IOException {
        to(response, () -> {
            if (!"POST".equals(request.getMethod())) {
                throw Refused.because("method-not-allowed", 405, "Events are posted", "Use POST.");
            }
            work.run();
            response.setStatus(HttpServletResponse.SC_OK);
        });
    }

    private static void problem(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        switch (problem.status()) {
            case 401 -> response.setHeader("WWW-Authenticate", "Bearer");
            case 405 -> response.setHeader("Allow", "POST");
            case 413 -> response.setHeader("Connection", "close");
            case 503 -> response.setHeader("Retry-After", "2");
            default -> {
                // nothing more to say
            }
        }
        response.getOutputStream().write(problem.json());
    }
}
