// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.ac.ox.ctl.lti13.lti.Claims;
import uk.ac.ox.ctl.lti13.lti.Role;
import uk.ac.ox.ctl.lti13.nrps.LtiScopes;

/**
 * What Oxford's LTI 1.3 library calls things, signed by another JOSE library: a name that is misspelt here is not read.
 */
class AnotherImplementationTest extends LaunchFixture {
    @Test
    void a_launch_in_the_words_of_another_implementation_is_read_whole() {
        LoginResult.Redirect begun = begin();
        Map<String, Object> claims = minted(begun, "LtiResourceLinkRequest");
        claims.put(Claims.RESOURCE_LINK, Map.of("id", "rl-1", "title", "Huifang"));
        claims.put(Claims.CONTEXT, Map.of("id", "c-1", "label", "ALG", "title", "Algebra"));
        claims.put(Claims.CUSTOM, Map.of("place", "questionnaire"));
        claims.put(Claims.LAUNCH_PRESENTATION, Map.of("locale", "zh-Hant", "document_target", "iframe"));
        claims.put(LtiScopes.LTI_NRPS_CLAIM, Map.of("context_memberships_url", "https://lms.example/nrps",
                "service_versions", List.of("2.0")));
        LtiLaunch launch = verified(verifier.verify(
                Map.of("state", begun.state(), "id_token", CounterSide.mint(claims)), begun.browserSecret()));
        assertThat(launch.deploymentId()).isEqualTo("1");
        assertThat(launch.targetLinkUri()).isEqualTo(URI.create("https://tool.example/course"));
        assertThat(launch.power()).isEqualTo(Power.INSTRUCTOR);
        assertThat(launch.context()).isEqualTo(new Context("c-1", "ALG", "Algebra", List.of()));
        assertThat(launch.resourceLink()).extracting(ResourceLink::id).isEqualTo("rl-1");
        assertThat(launch.custom()).containsExactly(Map.entry("place", "questionnaire"));
        assertThat(launch.locale()).isEqualTo("zh-Hant");
        assertThat(launch.namesAndRoles()).extracting(NamesAndRolesClaim::contextMembershipsUrl)
                .isEqualTo(URI.create("https://lms.example/nrps"));
    }

    @Test
    void a_request_for_deep_linking_in_the_words_of_another_implementation_is_read() {
        LoginResult.Redirect begun = begin();
        Map<String, Object> claims = minted(begun, "LtiDeepLinkingRequest");
        claims.put(Claims.DEEP_LINKING_SETTINGS, Map.of("deep_link_return_url", "https://lms.example/back",
                "accept_types", List.of("ltiResourceLink"), "accept_presentation_document_targets",
                List.of("iframe")));
        LtiLaunch launch = verified(serving(MessageType.DEEP_LINKING).verify(
                Map.of("state", begun.state(), "id_token", CounterSide.mint(claims)), begun.browserSecret()));
        assertThat(launch.deepLinking()).extracting(DeepLinkingSettings::returnUrl)
                .isEqualTo(URI.create("https://lms.example/back"));
    }

    private Map<String, Object> minted(LoginResult.Redirect begun, String type) {
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = new HashMap<>(Map.of("iss", platform.origin(), "aud", "client-1", "sub", "42",
                "iat", now, "exp", now + 60, "nonce", begun.request().parameters().get("nonce")));
        claims.put(Claims.LTI_VERSION, "1.3.0");
        claims.put(Claims.MESSAGE_TYPE, type);
        claims.put(Claims.LTI_DEPLOYMENT_ID, "1");
        claims.put(Claims.TARGET_LINK_URI, "https://tool.example/course");
        claims.put(Claims.ROLES, List.of(Role.Context.INSTRUCTOR));
        return claims;
    }
}
