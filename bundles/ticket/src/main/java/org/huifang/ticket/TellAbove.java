// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huifang.api.Job;
import org.huifang.api.channel.Message;
import org.huifang.api.channel.Receipt;
import org.huifang.api.channel.RevisitChannel;
import org.huifang.api.identity.Account;
import org.huifang.api.identity.Accounts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Brings a supervisor or an admin the word that something is late, by e-mail, when the name they sign in with is an
 * address. For all others it stands in the list and in the thread. It names nobody who raised anything.
 */
@Component
public final class TellAbove implements Job {
    static final String NAME = "ticket.alarm";
    private static final String CHANNEL = "email";
    private static final int BATCH = 100;
    private static final Duration LATER = Duration.ofMinutes(15);
    private static final Duration PATIENCE = Duration.ofDays(2);
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private final TicketStore store;
    private final Working working;
    private final Accounts accounts;
    private final Settings settings;

    @Reference
    volatile List<Map.Entry<Map<String, Object>, RevisitChannel>> channels = List.of();

    @Activate
    public TellAbove(@Reference TicketStore store, @Reference Working working, @Reference Accounts accounts,
            @Reference Settings settings) {
        this.store = store;
        this.working = working;
        this.accounts = accounts;
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(30);
    }

    @Override
    public boolean run() {
        Instant now = working.now();
        List<Alarm> waiting = store.ofAll(sql -> Alarm.waiting(sql, now, BATCH));
        for (Alarm alarm : waiting) {
            Optional<Case> late = store.of(alarm.tenant(), sql -> Cases.find(sql, alarm.tenant(), alarm.ticket()))
                    .filter(one -> one.ticket().late(now));
            Optional<String> address = accounts.find(alarm.tenant(), alarm.account())
                    .filter(account -> !account.disabled()).map(Account::name)
                    .filter(name -> ADDRESS.matcher(name).matches());
            boolean never = late.isEmpty() || address.isEmpty() || alarm.at().plus(PATIENCE).isBefore(now);
            Receipt receipt = never ? new Receipt.Refused("nobody to tell") : send(alarm, late.get(), address.get());
            store.of(alarm.tenant(), sql -> alarm.tried(sql, receipt instanceof Receipt.Accepted ? now : null,
                    receipt instanceof Receipt.Later ? now.plus(LATER) : null));
        }
        return waiting.size() == BATCH;
    }

    private Receipt send(Alarm alarm, Case late, String address) {
        Optional<RevisitChannel> channel = SendMessages.ready(channels, CHANNEL);
        if (channel.isEmpty()) {
            return new Receipt.Later("the channel is away");
        }
        String owner = accounts.find(alarm.tenant(), late.owner()).map(Account::displayName).orElse("");
        long number = late.raised().number();
        // Accounts have no language: both, the first one first.
        String text = Letters.ZH_HANS.late(number, owner) + "\n\n" + Letters.EN.late(number, owner) + "\n\n"
                + settings.link("/tickets/" + late.id());
        return channel.get().send(new Message(alarm.tenant(), "alarm:" + alarm.id(), late.raised().learner(), address,
                Letters.ZH_HANS.tag(), Letters.ZH_HANS.lateSubject(number) + " / " + Letters.EN.lateSubject(number),
                text.strip()));
    }
}
