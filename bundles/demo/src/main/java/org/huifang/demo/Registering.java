// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a tool says of itself, by OpenID Connect Dynamic Client Registration with the part of LTI. */
final class Registering {
    static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";
    private static final int MOST = 64 * 1024;
    private final Map<String, Object> said;

    private Registering(Map<String, Object> said) {
        this.said = said;
    }

    /** Why a registration is not taken. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why, null, false, false);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    static Client read(String body) throws Refused {
        try {
            if (body.length() > MOST) {
                throw new Refused("too long");
            }
            return new Registering(JSONObjectUtils.parse(body)).client();
        } catch (ParseException | IllegalArgumentException e) {
            throw new Refused("not readable");
        }
    }

    private Client client() throws Refused {
        need("web".equals(said.get("application_type")), "application_type");
        need(texts("response_types").contains("id_token"), "response_types");
        need(texts("grant_types").containsAll(List.of("implicit", "client_credentials")), "grant_types");
        need("private_key_jwt".equals(said.get("token_endpoint_auth_method")), "token_endpoint_auth_method");
        Map<String, Object> tool = object(said.get(TOOL));
        URI target = web(tool.get("target_link_uri"), "target_link_uri");
        // the host and port of the domain and of what is opened must be the same, as Moodle wants it
        need(target.getRawAuthority().equals(tool.get("domain")), "domain");
        List<String> redirects = texts("redirect_uris");
        need(!redirects.isEmpty(), "redirect_uris");
        for (String redirect : redirects) {
            need(web(redirect, "redirect_uris").getRawAuthority().equals(target.getRawAuthority()), "redirect_uris");
        }
        Set<String> scopes = Arrays.stream(String.valueOf(said.getOrDefault("scope", "")).split(" "))
                .filter(Scopes.ALL::contains).collect(Collectors.toSet());
        Map<String, String> custom = new HashMap<>();
        object(tool.get("custom_parameters")).forEach((name, value) -> custom.put(name, String.valueOf(value)));
        return new Client("", "", String.valueOf(said.getOrDefault("client_name", "?")),
                web(said.get("initiate_login_uri"), "initiate_login_uri"), redirects, target, deepLink(tool, target),
                web(said.get("jwks_uri"), "jwks_uri"), scopes, custom, false);
    }

    private static @Nullable URI deepLink(Map<String, Object> tool, URI target) throws Refused {
        if (tool.get("messages") instanceof List<?> messages) {
            for (Object message : messages) {
                Map<String, Object> one = object(message);
                if ("LtiDeepLinkingRequest".equals(one.get("type"))) {
                    return one.get("target_link_uri") == null
                            ? target
                            : web(one.get("target_link_uri"), "messages");
                }
            }
        }
        return null;
    }

    private List<String> texts(String name) {
        return said.get(name) instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
    }

    private static Map<String, Object> object(@Nullable Object value) {
        Map<String, Object> object = new HashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> object.put(String.valueOf(name), member));
        }
        return object;
    }

    private static URI web(@Nullable Object value, String name) throws Refused {
        URI uri = URI.create(Objects.requireNonNullElse(value, "").toString());
        need(uri.getHost() != null && Objects.requireNonNull(uri.getScheme()).startsWith("http"), name);
        return uri;
    }

    private static void need(boolean given, String name) throws Refused {
        if (!given) {
            throw new Refused(name);
        }
    }
}
