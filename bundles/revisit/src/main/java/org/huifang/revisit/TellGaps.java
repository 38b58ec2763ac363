// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huifang.api.Job;
import org.huifang.api.channel.Message;
import org.huifang.api.channel.Receipt;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Accounts;
import org.huifang.api.identity.Role;
import org.huifang.api.revisit.Ledger;
import org.huifang.api.revisit.Obligation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Raises the alarm when the ledger does not add up: an e-mail to admins and supervisors whose name to sign in with is an
 * address, once for each gap. It stands in the ledger and in the health of the system for all others.
 */
@Component
public final class TellGaps implements Job {
    private static final String CHANNEL = "email";
    private static final Set<Role> ABOVE = Set.of(Role.ADMIN, Role.SUPERVISOR);
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Duration LATER = Duration.ofMinutes(15);
    // Accounts have no language: both.
    private static final String SUBJECT = "回访台账对不上 / The ledger of revisits does not add up";
    private static final String TEXT = """
            自 %1$s 起，有 %2$d 项应回访没有着落，名册上的学员缺少计划中的 %3$d 项。请打开台账查看是哪门课、哪个节点。

            Since %1$s, %2$d obligations are unaccounted for, and learners on a roster are not owed %3$d steps of \
            their plans. The ledger shows in which course and step.

            %4$s""";

    private final RevisitStore store;
    private final InstantSource clock;
    private final Accounts accounts;
    private final Sending sending;
    private final Settings settings;

    @Activate
    public TellGaps(@Reference RevisitStore store, @Reference InstantSource clock, @Reference Accounts accounts,
            @Reference Sending sending, @Reference Settings settings) {
        this.store = store;
        this.clock = clock;
        this.accounts = accounts;
        this.sending = sending;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "revisit.alarm";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        Instant now = Place.storable(clock.instant());
        for (Gaps.Untold untold : store.ofAll(sql -> Gaps.untold(sql, now))) {
            List<UUID> told = accounts.all(untold.tenant()).stream().filter(TellGaps::above)
                    .filter(account -> send(untold, account) instanceof Receipt.Accepted).map(Account::id).toList();
            store.of(untold.tenant(), sql -> {
                Gaps.told(sql, untold.tenant(), told, now.plus(LATER));
                return told;
            });
        }
        return false;
    }

    private static boolean above(Account account) {
        return !account.disabled() && account.roles().stream().anyMatch(ABOVE::contains)
                && ADDRESS.matcher(account.name()).matches();
    }

    private Receipt send(Gaps.Untold untold, Account account) {
        Ledger.Gap gap = untold.gap();
        return sending.send(CHANNEL, new Message(untold.tenant(), "gap:" + gap.since() + ":" + account.id(),
                Obligation.NOBODY, account.name(), "zh-Hans", SUBJECT, TEXT.formatted(gap.since(), gap.missing(),
                        gap.unowed(), settings.link("/ledger")).strip()));
    }
}
