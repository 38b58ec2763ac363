// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ToolKeysTest {
    private static final ToolKey OLD = ToolKey.generate();
    private static final ToolKey NEW = ToolKey.generate();

    @Tag("SEC-09")
    @Tag("A20")
    @Test
    void the_published_set_holds_all_keys_of_a_rotation_and_nothing_private() throws Exception {
        JWKSet set = JWKSet.parse(ToolKeys.of(NEW, OLD, OLD).publicJwks());
        assertThat(set.getKeys()).extracting(JWK::getKeyID).containsExactly(NEW.kid(), OLD.kid());
        assertThat(set.getKeys()).allSatisfy(key -> {
            assertThat(key.isPrivate()).isFalse();
            assertThat(key.toJSONObject().keySet()).containsExactlyInAnyOrder("kty", "kid", "use", "alg", "n", "e");
        });
    }

    @Tag("SEC-09")
    @Test
    void the_first_key_signs_and_its_public_half_verifies() throws Exception {
        ToolKeys keys = ToolKeys.of(NEW, OLD);
        JWSObject token = JWSObject.parse(keys.signing().sign(Map.of("sub", "x", "aud", List.of("a", "b"))));
        JWK key = JWKSet.parse(keys.publicJwks()).getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.getHeader().getKeyID()).isEqualTo(NEW.kid());
        assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        assertThat(token.getPayload().toJSONObject()).containsEntry("aud", List.of("a", "b"));
    }

    @Tag("A20")
    @Test
    void a_stored_key_comes_back_as_the_same_key() throws Exception {
        ToolKey again = ToolKey.parse(OLD.toPrivateJson());
        assertThat(again.kid()).isEqualTo(OLD.kid());
        assertThat(ToolKeys.of(again).publicJwks()).isEqualTo(ToolKeys.of(OLD).publicJwks());
        assertThat(OLD.toString()).isEqualTo("ToolKey[" + OLD.kid() + "]");
    }

    @Tag("A16")
    @Tag("A20")
    @Test
    void what_is_no_private_key_is_refused_without_quoting_it() {
        String publicOnly = TestPlatform.KEYS.getFirst().toPublicJWK().toJSONString();
        for (String bad : List.of("", "{}", "secret-text", publicOnly)) {
            assertThatThrownBy(() -> ToolKey.parse(bad)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("secret-text").hasNoCause();
        }
    }
}
