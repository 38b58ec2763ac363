// SPDX-License-Identifier: Apache-2.0
package org.huifang.channel.email;

import java.time.Instant;
import java.time.InstantSource;
import org.huifang.api.channel.Channel;
import org.huifang.api.channel.Message;
import org.huifang.api.channel.Receipt;
import org.huifang.api.channel.RevisitChannel;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends plain text over SMTP, one connection for each message. The same message has the same Message-ID, so that whoever
 * receives it twice can tell. It is not ready, and takes nothing, until {@value Settings#PID} names a server and a sender.
 */
@Channel("email")
@Component(configurationPid = Settings.PID)
@Designate(ocd = Settings.class)
public final class EmailChannel implements RevisitChannel {
    private static final Logger LOG = LoggerFactory.getLogger(EmailChannel.class);

    private final InstantSource clock;
    private final @Nullable PostOffice office;
    private final DailyLimit limit;

    @Activate
    public EmailChannel(@Reference InstantSource clock, Settings settings) {
        this.clock = clock;
        this.limit = new DailyLimit(settings.dailyLimit());
        this.office = settings.host().isBlank() || settings.from().isBlank() ? null : PostOffice.of(settings);
        if (office == null) {
            LOG.info("no e-mail is sent: {} names no server or no sender", Settings.PID);
        }
    }

    @Override
    public boolean ready() {
        return office != null;
    }

    @Override
    public Receipt send(Message message) {
        if (office == null) {
            return new Receipt.Later("e-mail is not set up");
        }
        Instant now = clock.instant();
        if (!limit.take(now)) {
            return new Receipt.Later("the limit of today's e-mails is reached");
        }
        Receipt receipt = office.send(message, now);
        if (!(receipt instanceof Receipt.Accepted)) {
            limit.giveBack(now);
            LOG.info("e-mail {}: {}", message.key(), receipt);
        }
        return receipt;
    }
}
