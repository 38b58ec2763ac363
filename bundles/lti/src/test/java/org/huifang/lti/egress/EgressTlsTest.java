// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.huifang.lti.TestPlatform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The certificate must be trusted and be the one of the name, although the connection goes to a checked address. */
class EgressTlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Egress.Resolver HERE = host -> List.of(InetAddress.getLoopbackAddress());
    @TempDir
    private Path folder;
    private SSLContext tls;
    private HttpsServer server;

    @BeforeEach
    void serve_with_a_certificate_of_lms_example() throws Exception {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-keyalg", "RSA", "-keysize", "2048", "-alias", "a", "-dname", "CN=lms.example", "-ext",
                "SAN=dns:lms.example", "-validity", "2", "-storetype", "PKCS12", "-storepass", "changeit", "-keystore",
                file.toString()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("a", store.getCertificate("a"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            try (exchange) {
                TestPlatform.answer(exchange, 200, "text/plain", "secure");
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private EgressResponse get(String host, SSLSocketFactory trust) throws EgressException {
        String origin = "https://" + host + ":" + server.getAddress().getPort();
        return new Egress(EgressPolicy.allowing(origin), HERE, trust)
                .send(EgressRequest.get(URI.create(origin + "/"), "*/*"));
    }

    @Tag("A6")
    @Test
    void the_right_certificate_opens_and_a_wrong_name_or_an_unknown_issuer_does_not() throws Exception {
        assertThat(get("lms.example", tls.getSocketFactory()).text()).isEqualTo("secure");
        assertThatThrownBy(() -> get("other.example", tls.getSocketFactory())).isInstanceOf(EgressException.class)
                .hasMessageContaining("other.example");
        assertThatThrownBy(() -> get("lms.example", (SSLSocketFactory) SSLSocketFactory.getDefault()))
                .isInstanceOf(EgressException.class);
    }
}
