// SPDX-License-Identifier: Apache-2.0
package org.huifang.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huifang.api.TenantId;
import org.huifang.api.channel.Message;
import org.huifang.api.channel.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailChannelTest {
    private static final String TEXT = "王女士，您好：\n\n下周三晚上我们想给您打个电话。\nhttps://huifang.example/n/abc\n.\nLantern";
    private final GreenMail server = new GreenMail(new ServerSetup[]{setup("smtp"), setup("smtps")});
    private Instant now = Instant.parse("2026-11-22T08:00:00Z");

    private static ServerSetup setup(String protocol) {
        var setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(60_000);
        return setup;
    }

    @BeforeEach
    void start() {
        server.setUser("huifang", "s3cret");
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private static Message message(String key, String to) {
        return new Message(TenantId.DEFAULT, key, new UUID(1, 1), to, "zh-Hans", "灯笼学堂：\r\n我们想和您聊聊", TEXT);
    }

    private EmailChannel channel(Object... settings) {
        var values = new HashMap<String, Object>(Map.of("host", "127.0.0.1", "port", server.getSmtp().getPort(),
                "security", "none", "from", "灯笼学堂 <revisit@lantern.example>", "timeout", 2));
        for (int i = 0; i < settings.length; i += 2) {
            values.put((String) settings[i], settings[i + 1]);
        }
        var read = (Settings) Proxy.newProxyInstance(Settings.class.getClassLoader(), new Class<?>[]{Settings.class},
                (self, method, arguments) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
        return new EmailChannel(() -> now, read);
    }

    @Test
    void a_message_arrives_as_plain_text_in_every_script_and_says_that_a_machine_sent_it() throws Exception {
        Receipt receipt = channel().send(message("notice:7", "wang@example.org"));
        MimeMessage came = server.getReceivedMessages()[0];
        assertThat(receipt).isEqualTo(new Receipt.Accepted(now, came.getMessageID()));
        assertThat(came.getSubject()).isEqualTo("灯笼学堂： 我们想和您聊聊");
        assertThat(new String(came.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                .isEqualTo(TEXT.replace("\n", "\r\n"));
        assertThat(came.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(came.getFrom()[0].toString()).contains("revisit@lantern.example");
        assertThat(came.getRecipients(RecipientType.TO)).extracting(Object::toString)
                .containsExactly("wang@example.org");
        assertThat(came.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(came.getContentLanguage()).containsExactly("zh-Hans");
        assertThat(came.getSentDate()).isEqualTo(now);
    }

    @Test
    void the_same_message_has_the_same_id_and_another_another() throws Exception {
        EmailChannel channel = channel();
        channel.send(message("notice:7", "wang@example.org"));
        channel().send(message("notice:7", "wang@example.org"));
        channel.send(message("notice:8", "wang@example.org"));
        MimeMessage[] came = server.getReceivedMessages();
        assertThat(came[0].getMessageID()).isEqualTo(came[1].getMessageID()).endsWith("@lantern.example>")
                .isNotEqualTo(came[2].getMessageID());
    }

    @Test
    void it_signs_in_where_the_server_wants_it_and_waits_where_that_fails() {
        assertThat(channel("user", "huifang", "password", "s3cret").send(message("a", "wang@example.org")))
                .isInstanceOf(Receipt.Accepted.class);
        Receipt wrong = channel("user", "huifang", "password", "guess").send(message("b", "wang@example.org"));
        assertThat(wrong).isEqualTo(new Receipt.Later("the server refuses the sign-in"));
        assertThat(channel("user", "huifang", "passwordEnv", "HUIFANG_NOT_THERE").send(message("c", "a@example.org")))
                .isInstanceOf(Receipt.Later.class);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void nothing_goes_to_a_server_that_does_not_encrypt_or_that_nobody_vouches_for() {
        assertThat(channel("security", "starttls").send(message("a", "wang@example.org")))
                .isInstanceOf(Receipt.Later.class);
        assertThat(channel("security", "tls", "port", server.getSmtps().getPort())
                .send(message("b", "wang@example.org"))).isInstanceOf(Receipt.Later.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void what_is_no_address_is_refused_without_asking_the_server() {
        assertThat(channel().send(message("a", "wang@"))).isEqualTo(new Receipt.Refused("the address is none"));
        assertThat(channel().send(message("b", "a@example.org\r\nBcc: b@example.org")))
                .isInstanceOf(Receipt.Refused.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_day_has_its_limit_and_what_did_not_go_does_not_count() {
        EmailChannel channel = channel("dailyLimit", 2);
        assertThat(channel.send(message("a", "no address"))).isInstanceOf(Receipt.Refused.class);
        assertThat(channel.send(message("b", "wang@example.org"))).isInstanceOf(Receipt.Accepted.class);
        assertThat(channel.send(message("c", "wang@example.org"))).isInstanceOf(Receipt.Accepted.class);
        assertThat(channel.send(message("d", "wang@example.org")))
                .isEqualTo(new Receipt.Later("the limit of today's e-mails is reached"));
        now = now.plus(Duration.ofDays(1));
        assertThat(channel.send(message("d", "wang@example.org"))).isInstanceOf(Receipt.Accepted.class);
    }

    @Test
    void without_a_server_or_a_sender_it_is_not_ready_and_takes_nothing() {
        assertThat(channel("host", "").ready()).isFalse();
        assertThat(channel("from", "").ready()).isFalse();
        assertThat(channel("host", "").send(message("a", "wang@example.org"))).isInstanceOf(Receipt.Later.class);
        assertThat(channel().ready()).isTrue();
        assertThatThrownBy(() -> channel("security", "maybe")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> channel("from", "nobody at all")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"RCPT, 550 5.1.1 no wang@example.org here, REFUSED, 550 5.1.1", //
            "RCPT, 450 4.2.1 busy, LATER, 450 4.2.1", //
            "MAIL, 553 5.7.1 not you, LATER, 553 5.7.1", //
            "MAIL, 452 4.3.1 full, LATER, 452", //
            "DATA, 554 5.7.1 no, REFUSED, 554 5.7.1", //
            "., 554 5.6.0 looks like spam, REFUSED, 554 5.6.0", //
            "., 451 4.7.1 greylisted, LATER, 451 4.7.1", //
            "hello, 554 go away, LATER, no connection"})
    void what_a_server_says_decides_whether_it_is_tried_again(String command, String answer, String result, String code)
            throws Exception {
        var answers = new HashMap<>(Map.of("hello", "220 here", "EHLO", "250 here", "MAIL", "250 ok", "RCPT",
                "250 ok", "DATA", "354 go on", ".", "250 queued", "QUIT", "221 bye", "RSET", "250 ok"));
        answers.put(command, answer);
        try (var scripted = new ScriptedServer(answers)) {
            Receipt receipt = channel("port", scripted.port()).send(message("a", "wang@example.org"));
            assertThat(receipt).isInstanceOf(result.equals("LATER") ? Receipt.Later.class : Receipt.Refused.class);
            assertThat(receipt.toString()).contains(code).doesNotContain("wang");
        }
    }

    @Test
    void a_server_that_says_nothing_or_is_not_there_keeps_nobody_waiting() throws Exception {
        try (var silent = new ScriptedServer(Map.of())) {
            long start = System.nanoTime();
            assertThat(channel("port", silent.port(), "timeout", 1).send(message("a", "wang@example.org")))
                    .isInstanceOf(Receipt.Later.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            assertThat(silent.connections).hasValue(1);
        }
        int gone;
        try (var closed = new ScriptedServer(Map.of())) {
            gone = closed.port();
        }
        assertThat(channel("port", gone).send(message("b", "wang@example.org"))).isInstanceOf(Receipt.Later.class);
    }
}
