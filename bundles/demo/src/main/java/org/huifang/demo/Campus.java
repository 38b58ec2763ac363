// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.util.UUID;
import org.huifang.api.platform.HookSources;
import org.huifang.api.platform.Platform;
import org.huifang.api.platform.Platforms;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The course platform as Huifang knows it: registered at each start, with the same issuer and keys as at the first. */
@Component(service = Campus.class)
public final class Campus {
    static final String CLIENT = "huifang-demo";
    static final String DEPLOYMENT = "1";
    static final String HOOKS = "demo";
    private final String issuer;
    private final URI demo;
    private final UUID platform;
    private final RSAKey key;
    private final String hookSecret;

    @Activate
    public Campus(@Reference DemoStore store, @Reference Place place, @Reference Platforms platforms,
            @Reference HookSources hooks) {
        this.demo = place.demo();
        // the port may change from start to start; people and courses are known by their issuer
        this.issuer = store.settled("issuer", () -> place.tool() + "/demo");
        this.key = parse(store.settled("key", Campus::generate));
        Platform platform = platforms.add(DemoStore.TENANT, issuer, CLIENT, DEPLOYMENT, URI.create(demo + "/auth"),
                URI.create(tokenUrl()), URI.create(demo + "/jwks"));
        this.platform = platform.id();
        boolean known = hooks.names(DemoStore.TENANT).contains(HOOKS);
        this.hookSecret = known && store.setting("hook secret").isPresent()
                ? store.setting("hook secret").orElseThrow()
                : known ? hooks.rotate(DemoStore.TENANT, HOOKS) : hooks.add(DemoStore.TENANT, HOOKS, platform.id());
        store.keep("hook secret", hookSecret);
    }

    String issuer() {
        return issuer;
    }

    /** As what the archive knows this platform. */
    String source() {
        return "platform:" + platform;
    }

    String tokenUrl() {
        return demo + "/token";
    }

    String membersUrl() {
        return at("/members");
    }

    /** An address of this platform, as browsers and the tool reach it. */
    String at(String path) {
        return demo + path;
    }

    String hookSecret() {
        return hookSecret;
    }

    String jwks() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    String sign(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT)
                    .keyID(key.getKeyID()).build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a sound RSA key signs", e);
        }
    }

    private static String generate() {
        try {
            return new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true).generate().toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException("every JDK makes RSA keys", e);
        }
    }

    private static RSAKey parse(String json) {
        try {
            return RSAKey.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException("the demo's key cannot be read", e);
        }
    }
}
