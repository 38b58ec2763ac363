// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.huifang.api.platform.Check;
import org.huifang.api.platform.Finding;
import org.huifang.api.platform.Finding.Outcome;
import org.huifang.api.platform.Platform;
import org.huifang.lti.AssignmentAndGradesClaim;
import org.huifang.lti.egress.Egress;
import org.huifang.lti.egress.EgressException;
import org.huifang.lti.egress.EgressRequest;
import org.huifang.lti.egress.EgressResponse;
import org.huifang.lti.service.NamesAndRoles;
import org.huifang.lti.service.RosterQuery;
import org.huifang.lti.service.RosterResult;
import org.huifang.lti.service.ServiceResult;
import org.huifang.lti.service.TokenResult;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tries the connection with a platform, step by step. It changes nothing anywhere. */
@Component(service = ConnectionCheck.class)
public final class ConnectionCheck {
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final Duration LATELY = Duration.ofDays(30);
    private final ConnectionTraces traces;
    private final Registered registered;
    private final Tool tool;
    private final Surroundings here;
    private final SessionClock clock;

    @Activate
    public ConnectionCheck(@Reference ConnectionTraces traces, @Reference Registered registered, @Reference Tool tool,
            @Reference Surroundings here, @Reference SessionClock clock) {
        this.traces = traces;
        this.registered = registered;
        this.tool = tool;
        this.here = here;
        this.clock = clock;
    }

    List<Finding> of(Platform platform) {
        ConnectionTraces.Traces seen = traces.of(platform);
        List<Finding> findings = new ArrayList<>();
        findings.add(finding(Check.COOKIES, here.keepsSecureCookies(), here.url().toString()));
        findings.add(keys(Check.TOOL_KEYS, tool.toSelf(), tool.at("/lti/jwks")).finding);
        Asked theirs = keys(Check.PLATFORM_KEYS, tool.egress(), platform.jwksUrl());
        findings.add(theirs.finding);
        findings.add(clock(theirs));
        findings.add(login(platform));
        findings.add(finding(Check.DEPLOYMENT, !platform.deployments().isEmpty(),
                String.join(", ", platform.deployments().stream().sorted().toList())));
        findings.add(token(platform));
        findings.add(seen.memberships().map(address -> roster(platform, address))
                .orElseGet(() -> new Finding(Check.ROSTER, Outcome.OPEN, "")));
        findings.add(seen.door().map(door -> lineItems(platform, door))
                .orElseGet(() -> new Finding(Check.LINE_ITEMS, Outcome.OPEN, "")));
        findings.add(since(Check.LAUNCH, seen.launched()));
        findings.add(new Finding(Check.HOOK, seen.hooks().isEmpty() ? Outcome.OPEN : Outcome.GOOD,
                String.join(", ", seen.hooks())));
        findings.add(new Finding(Check.EXTRAS, seen.extras().isEmpty() ? Outcome.OPEN : Outcome.GOOD, seen.extras()));
        return findings;
    }

    /** An answer with what it means. */
    private record Asked(Finding finding, Optional<EgressResponse> answer) {}

    private static Asked keys(Check check, Egress egress, URI address) {
        try {
            EgressResponse answer = egress.send(EgressRequest.get(address, "application/json"));
            boolean good = answer.status() == 200 && answer.text().contains("\"keys\"");
            return new Asked(finding(check, good, address + " " + answer.status()), Optional.of(answer));
        } catch (EgressException e) {
            return new Asked(finding(check, false, address + " " + e.getMessage()), Optional.empty());
        }
    }

    private Finding clock(Asked theirs) {
        Optional<Instant> said = theirs.answer.map(answer -> answer.header("date")).flatMap(ConnectionCheck::time);
        Instant now = clock.now();
        return said.map(at -> finding(Check.CLOCK, Duration.between(at, now).abs().compareTo(SKEW) <= 0,
                Duration.between(now, at).toSeconds() + " s"))
                .orElseGet(() -> new Finding(Check.CLOCK, Outcome.OPEN, ""));
    }

    private static Optional<Instant> time(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Any answer will do, also one that complains of the missing request. */
    private Finding login(Platform platform) {
        try {
            int status = tool.egress().send(EgressRequest.get(platform.authUrl(), "text/html")).status();
            return finding(Check.LOGIN_ADDRESS, status != 404 && status < 500, platform.authUrl() + " " + status);
        } catch (EgressException e) {
            return finding(Check.LOGIN_ADDRESS, false, platform.authUrl() + " " + e.getMessage());
        }
    }

    private Finding token(Platform platform) {
        return switch (tool.tokens().token(registered.registration(platform), Set.of(NamesAndRoles.SCOPE))) {
            case TokenResult.Granted granted -> finding(Check.TOKEN, true, "");
            case TokenResult.Failed failed -> finding(Check.TOKEN, false,
                    failed.failure().kind() + " " + failed.failure().detail());
        };
    }

    private Finding roster(Platform platform, URI address) {
        RosterResult result = tool.rosters().read(registered.registration(platform), address,
                new RosterQuery(0, "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor", null), page -> {
                    // that it can be read is all that is asked
                });
        return switch (result) {
            case RosterResult.Complete complete -> finding(Check.ROSTER, true, "");
            case RosterResult.Failed failed -> finding(Check.ROSTER, false, Failures.sentence(failed.failure()));
        };
    }

    private Finding lineItems(Platform platform, AssignmentAndGradesClaim door) {
        return switch (tool.grades().read(registered.registration(platform), door,
                Objects.requireNonNull(door.lineItem()))) {
            case ServiceResult.Done<?> done -> finding(Check.LINE_ITEMS, true, "");
            case ServiceResult.Failed<?> failed -> finding(Check.LINE_ITEMS, false,
                    failed.failure().kind() + " " + failed.failure().detail());
        };
    }

    private Finding since(Check check, Optional<Instant> last) {
        return last.map(at -> new Finding(check,
                at.isAfter(clock.now().minus(LATELY)) ? Outcome.GOOD : Outcome.OPEN, at.toString()))
                .orElseGet(() -> new Finding(check, Outcome.OPEN, ""));
    }

    private static Finding finding(Check check, boolean good, String detail) {
        return new Finding(check, good ? Outcome.GOOD : Outcome.BAD, detail);
    }
}
