// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The client for every address that somebody else chose. A name is looked up once, all its addresses are checked, and
 * the connection goes to one of exactly these: a name server that answers differently the second time gains nothing,
 * which is why this is not the JDK's HttpClient, as that one looks the name up again itself. No redirects, no proxy,
 * no compression, one connection per request. Safe for many threads; blocks, so call it from a virtual thread.
 */
public final class Egress {
    private static final int CONNECT_MILLIS = 5_000;

    /** Looks a name up. */
    @FunctionalInterface
    public interface Resolver {
        /**
         * All addresses of a host.
         *
         * @param host a name or a literal address
         * @return at least one
         * @throws UnknownHostException when there is none
         */
        List<InetAddress> resolve(String host) throws UnknownHostException;
    }

    private final EgressPolicy policy;
    private final Resolver resolver;
    private final SSLSocketFactory tls;

    /**
     * A client with the system's names and trusted certificates.
     *
     * @param policy where requests may go
     */
    public Egress(EgressPolicy policy) {
        this(policy, host -> List.of(InetAddress.getAllByName(host)), (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /**
     * A client with names and trust of its own.
     *
     * @param policy where requests may go
     * @param resolver looks names up
     * @param tls which certificates are trusted
     */
    public Egress(EgressPolicy policy, Resolver resolver, SSLSocketFactory tls) {
        this.policy = policy;
        this.resolver = resolver;
        this.tls = tls;
    }

    /**
     * Whether two addresses have the same scheme, host and port.
     *
     * @param a one
     * @param b the other
     * @return true when a token for the one may be shown to the other
     */
    public static boolean sameOrigin(URI a, URI b) {
        return a.getRawUserInfo() == null && b.getRawUserInfo() == null && a.getHost() != null
                && EgressPolicy.origin(a).equals(EgressPolicy.origin(b));
    }

    /**
     * Sends one request and reads the answer.
     *
     * @param request what to send
     * @return the answer, whatever its status
     * @throws EgressException refused by the policy, or no complete answer within the limits
     */
    public EgressResponse send(EgressRequest request) throws EgressException {
        URI uri = request.uri();
        boolean vouchedFor = policy.vouchedFor(uri);
        InetAddress address = address(uri, vouchedFor);
        CompletableFuture<Void> done = new CompletableFuture<>();
        try (Socket socket = new Socket()) {
            // closing the socket ends every phase: connection, handshake, a slow write, a trickle of bytes
            done.orTimeout(request.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((nothing, late) -> close(socket, late));
            socket.connect(new InetSocketAddress(address, EgressPolicy.port(uri)), CONNECT_MILLIS);
            return new HttpExchange(request)
                    .on("https".equalsIgnoreCase(uri.getScheme()) ? secured(socket, uri) : socket);
        } catch (EgressException e) {
            throw e;
        } catch (IOException e) {
            String why = done.isCompletedExceptionally() ? "no complete answer in time" : e.getMessage();
            throw EgressException.failed(request + ": " + why, e);
        } finally {
            done.complete(null);
        }
    }

    private static void close(Socket socket, @Nullable Throwable late) {
        if (late != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // it is closed as far as it can be
            }
        }
    }

    private InetAddress address(URI uri, boolean vouchedFor) throws EgressException {
        String host = uri.getHost();
        try {
            List<InetAddress> addresses = resolver.resolve(host.startsWith("[")
                    ? host.substring(1, host.length() - 1)
                    : host);
            if (!vouchedFor && !addresses.stream().allMatch(PublicAddress::is)) {
                throw EgressException.refused(host + " is not a public address");
            }
            return addresses.getFirst();
        } catch (UnknownHostException e) {
            throw EgressException.failed("no such host: " + host, e);
        }
    }

    private SSLSocket secured(Socket socket, URI uri) throws IOException {
        SSLSocket secured = (SSLSocket) tls.createSocket(socket, uri.getHost(), EgressPolicy.port(uri), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }
}
