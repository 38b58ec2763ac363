// SPDX-License-Identifier: Apache-2.0
package org.huifang.channel.email;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.huifang.api.channel.Message;
import org.huifang.api.channel.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One SMTP server and how to speak to it. */
final class PostOffice {
    private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);

    private final Properties properties;
    private final String user;
    private final String password;
    private final InternetAddress from;

    private PostOffice(Properties properties, String user, String password, InternetAddress from) {
        this.properties = properties;
        this.user = user;
        this.password = password;
        this.from = from;
    }

    /** @throws IllegalArgumentException when settings do not fit together */
    static PostOffice of(Settings settings) {
        String security = settings.security().strip().toLowerCase(Locale.ROOT);
        String millis = Integer.toString(Math.clamp(settings.timeout(), 1, 300) * 1_000);
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", settings.host().strip());
        properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.auth", Boolean.toString(!settings.user().isBlank()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (security) {
            case "starttls" -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case "tls" -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case "none" -> properties.setProperty("mail.smtp.starttls.enable", "false");
            default -> throw new IllegalArgumentException("security is starttls, tls or none, and not " + security);
        }
        try {
            return new PostOffice(properties, settings.user().strip(), password(settings),
                    new InternetAddress(settings.from().strip(), true));
        } catch (MessagingException e) {
            throw new IllegalArgumentException("from is no address: " + settings.from(), e);
        }
    }

    private static String password(Settings settings) {
        String variable = settings.passwordEnv().strip();
        if (variable.isEmpty()) {
            return settings.password();
        }
        String value = System.getenv(variable);
        if (value == null) {
            LOG.warn("{} names the environment variable {}, which is not there", Settings.PID, variable);
        }
        return Objects.requireNonNullElse(value, "");
    }

    /** The mail library finds its parts by the class loader of the thread. */
    Receipt send(Message message, Instant now) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(PostOffice.class.getClassLoader());
        try {
            return deliver(message, now);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Receipt deliver(Message message, Instant now) {
        InternetAddress to;
        try {
            to = new InternetAddress(message.to().strip(), true);
        } catch (MessagingException e) {
            return new Receipt.Refused("the address is none");
        }
        try {
            Session session = Session.getInstance(properties);
            var letter = new Letter(session, message, from, to, now);
            letter.saveChanges();
            Transport transport = session.getTransport("smtp");
            try {
                if (user.isEmpty()) {
                    transport.connect();
                } else {
                    transport.connect(user, password);
                }
                transport.sendMessage(letter, new Address[]{to});
            } finally {
                close(transport);
            }
            return new Receipt.Accepted(now, letter.getMessageID());
        } catch (MessagingException e) {
            return Answers.receipt(e);
        }
    }

    /** What the server took before it stays taken. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("the connection was gone before it was closed", e);
        }
    }
}
