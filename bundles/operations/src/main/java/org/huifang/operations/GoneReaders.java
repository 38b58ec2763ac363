// SPDX-License-Identifier: Apache-2.0
package org.huifang.operations;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.eclipse.jetty.io.EofException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whoever closes a page while it is still being sent makes no error: without this each of them is one in the log, with
 * a trace, and real ones drown. First of all filters, in every context.
 */
@Component(service = Filter.class)
@ServiceRanking(Integer.MAX_VALUE)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=*)")
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
public final class GoneReaders implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(GoneReaders.class);

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            if (Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
                    .noneMatch(EofException.class::isInstance)) {
                throw e;
            }
            LOG.debug("the reader has gone", e);
        }
    }
}
