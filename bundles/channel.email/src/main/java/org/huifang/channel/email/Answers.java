// SPDX-License-Identifier: Apache-2.0
package org.huifang.channel.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.huifang.api.channel.Receipt;

/**
 * What a server's answer means for the message. By RFC 5321 a 4xx may go away and a 5xx will not; a 5xx that is about the
 * sender or the sign-in says nothing of this message, which waits until somebody has put it right. Only codes are told:
 * the words of servers name addresses.
 */
final class Answers {
    private static final Pattern ENHANCED = Pattern.compile("\\b[45]\\.\\d{1,3}\\.\\d{1,3}\\b");
    private static final int FOR_EVER = 500;

    private Answers() {
    }

    static Receipt receipt(MessagingException failed) {
        List<Exception> chain = new ArrayList<>();
        for (Exception e = failed; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            chain.add(e);
        }
        for (Exception e : chain) {
            if (e instanceof SMTPAddressFailedException address) {
                return coded(address.getReturnCode(), "the address", address);
            }
        }
        for (Exception e : chain) {
            switch (e) {
                case SMTPSenderFailedException sender -> {
                    return new Receipt.Later("the server refuses the sender: " + code(sender.getReturnCode(), sender));
                }
                case AuthenticationFailedException signIn -> {
                    return new Receipt.Later("the server refuses the sign-in");
                }
                case SMTPSendFailedException send when send.getNextException() == null -> {
                    return coded(send.getReturnCode(), "the message", send);
                }
                default -> {
                    // the cause is further down
                }
            }
        }
        Exception last = chain.getLast();
        return new Receipt.Later("no connection: " + last.getClass().getSimpleName());
    }

    private static Receipt coded(int code, String what, Exception why) {
        String told = "the server refuses " + what + ": " + code(code, why);
        return code >= FOR_EVER ? new Receipt.Refused(told) : new Receipt.Later(told);
    }

    private static String code(int code, Exception why) {
        Matcher enhanced = ENHANCED.matcher(String.valueOf(why.getMessage()));
        return enhanced.find() ? code + " " + enhanced.group() : Integer.toString(code);
    }
}
