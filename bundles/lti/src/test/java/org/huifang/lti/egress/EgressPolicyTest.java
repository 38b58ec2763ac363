// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.huifang.lti.TestPlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack A6: addresses that must never be asked, in every disguise. */
class EgressPolicyTest {
    private final Egress strict = new Egress(new EgressPolicy(Set.of(), Set.of(443, 8443)));

    private static void refused(Egress egress, String uri) {
        assertThatThrownBy(() -> egress.send(EgressRequest.get(URI.create(uri), "*/*")))
                .isInstanceOfSatisfying(EgressException.class,
                        e -> assertThat(e.refused()).as(e.getMessage()).isTrue());
    }

    @Tag("A6")
    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1/", "https://127.255.255.254/", "https://10.0.0.1/",
            "https://10.255.1.1/",
            "https://172.16.0.1/", "https://172.31.255.255/", "https://192.168.1.1/", "https://169.254.169.254/latest",
            "https://0.0.0.0/", "https://0.1.2.3/", "https://100.64.0.1/", "https://100.127.255.255/",
            "https://192.0.0.8/", "https://192.0.2.1/", "https://198.18.0.1/", "https://198.51.100.7/",
            "https://203.0.113.9/", "https://224.0.0.1/", "https://239.1.1.1/", "https://240.0.0.1/",
            "https://255.255.255.255/", "https://192.88.99.1/", "https://[::1]/", "https://[::]/",
            "https://[0:0:0:0:0:0:0:1]/", "https://[fe80::1]/", "https://[fec0::1]/", "https://[fc00::1]/",
            "https://[fd12:3456::1]/", "https://[ff02::1]/", "https://[::ffff:127.0.0.1]/",
            "https://[::ffff:7f00:1]/", "https://[::ffff:10.0.0.1]/", "https://[::127.0.0.1]/",
            "https://[64:ff9b::7f00:1]/", "https://[64:ff9b:1::1]/", "https://[2002:7f00:1::]/", "https://[2001::1]/",
            "https://[2001:db8::1]/", "https://[100::1]/", "https://[3fff::1]/", "https://[5f00::1]/",
            "https://2130706433/", "https://0x7f000001/", "https://0x7f.0.0.1/", "https://017700000001/",
            "https://0177.0.0.1/", "https://127.1/", "https://127.0.1/", "https://010.0.0.1/", "https://127.0.0.1./",
            "https://0/", "https://0x/", "https://3232235777/", "https://localhost/", "https://LOCALHOST/",
            "https://user@example.org/", "https://user:pw@example.org/", "https://example.org@127.0.0.1/",
            "https://@127.0.0.1/", "https://exa_mple@[::1]/", "http://example.org/", "https://example.org:22/",
            "https://example.org:80/", "https://example.org:0/", "ftp://example.org/", "file:///etc/passwd",
            "gopher://127.0.0.1/", "jar:https://example.org!/", "https:///path", "https://%31%32%37.0.0.1/"})
    void an_address_that_is_not_public_is_refused_without_a_connection(String uri) {
        refused(strict, uri);
    }

    @Tag("A6")
    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "172.15.255.255", "172.32.0.1", "100.63.255.255", "100.128.0.1", "8.8.8.8",
            "169.253.1.1", "192.0.1.1", "198.17.1.1", "223.255.255.254", "2606:4700::1111", "2001:4860:4860::8888",
            "2a00:1450::1", "240e::1"})
    void a_public_address_passes(String address) throws UnknownHostException {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @Tag("A6")
    @Test
    void a_name_is_refused_when_any_of_its_addresses_is_not_public() {
        Egress.Resolver mixed = host -> List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("127.0.0.1"));
        refused(new Egress(EgressPolicy.strict(), mixed, (SSLSocketFactory) SSLSocketFactory.getDefault()),
                "https://mixed.example/");
    }

    @Tag("A6")
    @Test
    void a_name_server_that_changes_its_answer_is_asked_only_once() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (TestPlatform far = new TestPlatform()) {
            String origin = "http://rebind.example:" + far.uri("").getPort();
            Egress.Resolver rebinding = host -> List.of(
                    InetAddress.getByName(asked.incrementAndGet() == 1 ? "127.0.0.1" : "240.0.0.1"));
            Egress egress = new Egress(EgressPolicy.allowing(origin), rebinding,
                    (SSLSocketFactory) SSLSocketFactory.getDefault());
            assertThat(egress.send(EgressRequest.get(URI.create(origin + "/jwks"), "*/*")).status()).isEqualTo(200);
            assertThat(asked).hasValue(1);
        }
    }

    @Tag("A6")
    @Test
    void an_allowed_origin_is_exactly_scheme_host_and_port() {
        Egress egress = new Egress(EgressPolicy.allowing("http://127.0.0.1:9", "https://moodle.lan"));
        for (String other : List.of("http://127.0.0.1:10/", "https://127.0.0.1:9/", "http://127.0.0.2:9/",
                "http://moodle.lan/", "https://moodle.lan:8443/", "http://x@127.0.0.1:9/")) {
            refused(egress, other);
        }
        assertThatThrownBy(() -> egress.send(EgressRequest.get(URI.create("http://127.0.0.1:9/"), "*/*")))
                .isInstanceOfSatisfying(EgressException.class, e -> assertThat(e.refused()).isFalse());
    }

    @Tag("A6")
    @Test
    void the_same_origin_is_the_same_scheme_host_and_port() {
        URI a = URI.create("https://lms.example/x?y");
        assertThat(Egress.sameOrigin(a, URI.create("HTTPS://LMS.example:443/z"))).isTrue();
        for (String other : List.of("http://lms.example/", "https://lms.example:444/", "https://lms.example.evil/",
                "https://lms.example@evil.example/", "https://u@lms.example/", "/x", "mailto:x@lms.example")) {
            assertThat(Egress.sameOrigin(a, URI.create(other))).as(other).isFalse();
        }
    }
}
