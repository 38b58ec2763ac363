// SPDX-License-Identifier: Apache-2.0
package org.huifang.channel.email;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.huifang.api.channel.Message;

/** A message as it goes over the wire: plain text in UTF-8, that says of itself that a machine wrote it (RFC 3834). */
final class Letter extends MimeMessage {
    private static final int ID_LENGTH = 32;
    private final String id;

    Letter(Session session, Message message, InternetAddress from, InternetAddress to, Instant now)
            throws MessagingException {
        super(session);
        this.id = id(message, from);
        setFrom(from);
        setRecipients(RecipientType.TO, new Address[]{to});
        setSubject(message.subject().replaceAll("\\s+", " ").strip(), "UTF-8");
        setSentDate(Date.from(now));
        setHeader("Auto-Submitted", "auto-generated");
        if (message.language().matches("[A-Za-z0-9-]{2,35}")) {
            setContentLanguage(new String[]{message.language()});
        }
        // as bytes: for an object the library would look for a converter by a table of its own
        byte[] text = message.text().replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        setDataHandler(new DataHandler(new ByteArrayDataSource(text, "text/plain; charset=UTF-8")));
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    private static String id(Message message, InternetAddress from) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((message.tenant().value() + '\0' + message.key()).getBytes(StandardCharsets.UTF_8));
            String domain = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
            return "<" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, ID_LENGTH) + "@"
                    + domain + ">";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
