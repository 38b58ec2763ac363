// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huifang.lti.deeplinking.ContentItem;
import org.huifang.lti.deeplinking.DeepLinking;
import org.huifang.lti.deeplinking.DeepLinkingRequest;
import org.huifang.lti.deeplinking.DeepLinkingResult;
import org.huifang.lti.deeplinking.LineItemOffer;
import org.huifang.lti.deeplinking.Look;
import org.huifang.lti.deeplinking.Showing;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressPolicy;
import org.huifang.lti.registration.ConfigurationResult;
import org.huifang.lti.registration.DynamicRegistration;
import org.huifang.lti.registration.IssuerRules;
import org.huifang.lti.registration.OfferedMessage;
import org.huifang.lti.registration.RegistrationResult;
import org.huifang.lti.registration.ToolProfile;
import org.huifang.lti.service.AssignmentAndGrades;
import org.huifang.lti.service.NamesAndRoles;
import org.huifang.lti.service.RosterPage;
import org.huifang.lti.service.RosterQuery;
import org.huifang.lti.service.RosterResult;
import org.huifang.lti.service.RosterRules;
import org.huifang.lti.service.Score;
import org.huifang.lti.service.ServiceResult;
import org.huifang.lti.service.TokenClient;
import org.huifang.lti.storage.StorageAnswer;
import org.huifang.lti.storage.StorageExchange;

/** The examples of the README, so that they compile. What they call of the application is abstract. */
abstract class Examples {
    abstract void redirect(URI to, String cookieName, String cookieValue);

    abstract void page(StorageExchange exchange);

    abstract void refuse(String reason);

    abstract void open(LtiLaunch launch);

    abstract void store(RosterPage page);

    abstract void remember(String user, Instant last);

    abstract void later(Duration wait);

    abstract void post(URI action, Map<String, String> fields);

    abstract void waitForApproval(Registration registration);

    abstract String cookie(String name);

    final Registrations registrations;
    final LoginStates logins;
    final ToolKeys toolKeys;

    Examples(Registrations registrations, LoginStates logins, ToolKeys toolKeys) {
        this.registrations = registrations;
        this.logins = logins;
        this.toolKeys = toolKeys;
    }

    // README:
    final InstantSource clock = InstantSource.system();
    final Egress egress = new Egress(EgressPolicy.strict()); // or EgressPolicy.allowing("http://127.0.0.1:9090")
    final Jwks jwks = new Jwks(egress, JwksRules.STANDARD, clock);
    final ToolSite site = new ToolSite(URI.create("https://tool.example"),
            URI.create("https://tool.example/lti/launch"));
    final TokenClient tokens = new TokenClient(egress, this::toolKeys, clock);
    // :README

    ToolKeys toolKeys() {
        return toolKeys;
    }

    void login(Map<String, String> parameters) {
        // README:
        OidcLogin login = new OidcLogin(registrations, logins, site, Duration.ofMinutes(10), clock);
        switch (login.begin(parameters)) {
            case LoginResult.Redirect go -> redirect(go.request().location(), go.cookieName(), go.browserSecret());
            case LoginResult.Refused no -> refuse(no.reason().code());
        }
        // :README
    }

    void launch(Map<String, String> form) {
        // README:
        LaunchVerifier verifier = new LaunchVerifier(registrations, logins, jwks, site,
                LaunchRules.STANDARD.serving(MessageType.DEEP_LINKING), clock);
        String secret = cookie(LoginState.cookieName(form.get("state"))); // null when there is none
        switch (verifier.verify(form, secret)) {
            case LaunchResult.Verified yes -> open(yes.launch()); // yes.launch().power() says what the user may do
            case LaunchResult.Refused no -> refuse(no.reason().code());
        }
        // :README
    }

    void withoutCookies(LaunchVerifier verifier, Map<String, String> form, String secFetchSite, String origin) {
        // README:
        String stored = StorageAnswer.secret(form, site, secFetchSite, origin);
        if (stored == null) {
            StorageExchange.asking(form, logins, registrations, clock).ifPresentOrElse(this::page,
                    () -> refuse(ReasonCode.STATE_FOREIGN.code()));
        } else if (verifier.verify(form, stored) instanceof LaunchResult.Verified yes) {
            open(yes.launch());
        }
        // :README
    }

    void roster(Registration registration, NamesAndRolesClaim claim) {
        // README:
        NamesAndRoles roster = new NamesAndRoles(egress, tokens, RosterRules.STANDARD, clock);
        RosterResult result = roster.read(registration, claim.contextMembershipsUrl(), RosterQuery.ALL, this::store);
        boolean whoeverIsMissingHasLeft = result instanceof RosterResult.Complete;
        // :README
        assert whoeverIsMissingHasLeft;
    }

    void score(Registration registration, AssignmentAndGradesClaim claim, String user, Instant last) {
        // README:
        AssignmentAndGrades grades = new AssignmentAndGrades(egress, tokens, clock);
        switch (grades.score(registration, claim, claim.lineItem(), Score.finished(user, 8.5, 10), last)) {
            case ServiceResult.Done<Instant> done -> remember(user, done.value()); // the next call's last
            case ServiceResult.Failed<Instant> no when no.failure().temporary() -> later(no.failure().retryAfter());
            case ServiceResult.Failed<Instant> no -> refuse(no.failure().detail());
        }
        // :README
    }

    void deepLinking(LtiLaunch launch) {
        // README:
        DeepLinkingRequest request = DeepLinkingRequest.of(launch).orElseThrow(); // keep it until the teacher has chosen
        ContentItem chosen = new ContentItem.ResourceLink(URI.create("https://tool.example/q/7"),
                Look.of("Seven questions", null), Showing.ANYHOW, Map.of("questionnaire", "7"),
                new LineItemOffer(null, 10, "q-7", "survey", null), null, null);
        DeepLinking linking = new DeepLinking(this::toolKeys, clock);
        switch (linking.respond(request, List.of(chosen), "One activity was placed")) {
            case DeepLinkingResult.Signed signed -> post(signed.returnUrl(), signed.form()); // by the browser, as a form
            case DeepLinkingResult.Refused no -> refuse(no.reason().code());
        }
        // :README
    }

    void register(String openidConfiguration, String registrationToken) {
        // README:
        ToolProfile tool = ToolProfile.of("My tool", site, URI.create("https://tool.example/lti/open"),
                URI.create("https://tool.example/lti/login"), URI.create("https://tool.example/lti/jwks"),
                Set.of(NamesAndRoles.SCOPE, AssignmentAndGrades.SCORE),
                List.of(OfferedMessage.of(MessageType.RESOURCE_LINK, null, null),
                        OfferedMessage.of(MessageType.DEEP_LINKING, URI.create("https://tool.example/lti/choose"),
                                "Choose an activity")));
        DynamicRegistration dynamic = new DynamicRegistration(egress, IssuerRules.STANDARD);
        if (dynamic.configuration(openidConfiguration) instanceof ConfigurationResult.Read read
                && dynamic.register(read.configuration(), registrationToken,
                        tool) instanceof RegistrationResult.Registered made) {
            waitForApproval(made.toRegistration("a key of yours")); // switched off until somebody agrees
        }
        // :README
    }

    void notices(String body, NoticeInbox inbox) {
        // README:
        NoticeVerifier notices = new NoticeVerifier(registrations, inbox, jwks, LaunchRules.STANDARD, clock);
        int status = NoticeResult.status(notices.take(body)); // the answer's status
        // :README
        assert status > 0;
    }
}
