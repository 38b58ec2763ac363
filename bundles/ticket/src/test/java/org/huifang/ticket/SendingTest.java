// SPDX-License-Identifier: Apache-2.0
package org.huifang.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huifang.api.TenantId;
import org.huifang.api.archive.Reach;
import org.huifang.api.archive.Reachability;
import org.huifang.api.channel.Message;
import org.huifang.api.channel.Receipt;
import org.huifang.api.channel.RevisitChannel;
import org.huifang.api.identity.Role;
import org.huifang.api.revisit.Hold;
import org.huifang.api.revisit.OtherContacts;
import org.huifang.api.ticket.Area;
import org.huifang.api.ticket.CourseChange;
import org.huifang.api.ticket.Move;
import org.huifang.api.ticket.Telling;
import org.huifang.api.ticket.Ticket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SendingTest {
    private final Office office = new Office();
    private final List<Message> taken = new ArrayList<>();
    private Map<String, Map<String, Reach.Barrier>> barriers = Map.of();
    private final Map<String, String> counted = new HashMap<>();
    private Hold.@Nullable Reason hold;
    private Receipt receipt = new Receipt.Accepted(Instant.EPOCH, "1");
    private final SendMessages sending = sending();
    private UUID agent = UUID.randomUUID();
    private Office.Learner learner = new Office.Learner(agent, agent);

    @BeforeEach
    void open() {
        agent = office.employ("agent", Role.SUPERVISOR);
        learner = office.enrol("li");
    }

    @Test
    void the_raiser_is_asked_with_a_link_that_opens_the_ticket() {
        Ticket ticket = office.raise(learner, Area.CONTENT, "");
        office.moved(ticket, new Move.Solve("cause", "We renewed it", "Please look"), agent);
        send();
        assertThat(ours()).singleElement().satisfies(message -> {
            assertThat(message.subject()).isEqualTo("Is it solved? The video stops");
            assertThat(message.text()).contains("We renewed it", "Please look").doesNotContain("cause");
            String token = message.text().substring(message.text().lastIndexOf('/') + 1);
            assertThat(message.text()).contains("https://huifang.example.org/t/" + token);
            assertThat(office.confirmations.open(token).orElseThrow().ticket()).isEqualTo(ticket.id());
        });
        send();
        assertThat(ours()).hasSize(1);
    }

    @Test
    void at_night_it_waits_and_who_did_not_agree_gets_nothing_but_the_page() {
        Ticket ticket = office.raise(learner, Area.CONTENT, "");
        var change = new CourseChange(UUID.randomUUID(), "New", null, Area.CONTENT, "", "New videos", agent, null, null,
                "");
        office.changes.save(office.tenant, change, null);
        office.moved(ticket, new Move.Link(change.id()), agent);
        office.changes.release(office.tenant, change.id(), "Out now", agent);
        hold = Hold.Reason.QUIET_HOURS;
        send();
        assertThat(ours()).isEmpty();
        assertThat(telling(change).why()).isEqualTo("quiet");
        hold = null;
        barriers = Map.of("revisit", Map.of("email", Reach.Barrier.WITHDRAWN));
        office.pass(Duration.ofHours(13));
        send();
        assertThat(ours()).isEmpty();
        assertThat(telling(change).why()).isEqualTo("no-consent");
        barriers = Map.of();
        office.pass(Duration.ofHours(24));
        send();
        assertThat(ours()).extracting(Message::subject).containsExactly("You said, we did: The video stops");
        assertThat(telling(change).sent()).isEqualTo(office.now);
        assertThat(telling(change).channel()).isEqualTo("email");
    }

    @Test
    void a_message_waits_while_the_raiser_was_contacted_as_often_as_allowed_and_counts_when_it_is_sent() {
        Ticket ticket = office.raise(learner, Area.CONTENT, "");
        hold = Hold.Reason.CAP;
        office.moved(ticket, new Move.Answer("We look into it", "message"), agent);
        send();
        assertThat(ours()).isEmpty();
        assertThat(counted).isEmpty();
        hold = null;
        office.pass(Duration.ofHours(13));
        send();
        assertThat(ours()).singleElement()
                .satisfies(message -> assertThat(counted).containsExactly(Map.entry(message.key(), "email")));
    }

    @Test
    void what_no_channel_took_does_not_count() {
        receipt = new Receipt.Later("busy");
        office.moved(office.raise(learner, Area.CONTENT, ""), new Move.Answer("We look into it", "message"), agent);
        send();
        assertThat(ours()).hasSize(1);
        assertThat(counted).isEmpty();
    }

    @Test
    void what_a_channel_cannot_take_now_is_tried_again_and_what_it_refuses_is_not() {
        Ticket ticket = office.raise(learner, Area.CONTENT, "");
        receipt = new Receipt.Later("busy");
        office.moved(ticket, new Move.Answer("We look into it", "message"), agent);
        send();
        office.pass(Duration.ofMinutes(16));
        send();
        assertThat(ours()).hasSize(2);
        assertThat(ours().stream().map(Message::key).distinct()).hasSize(1);
        receipt = new Receipt.Refused("no such box");
        office.pass(Duration.ofMinutes(16));
        send();
        office.pass(Duration.ofMinutes(160));
        send();
        assertThat(ours()).hasSize(3);
    }

    @Test
    void whoever_stands_above_is_told_by_mail_that_it_is_late_and_not_who_raised_it() {
        office.employ("boss@example.org", Role.ADMIN);
        Ticket ticket = office.raise(learner, Area.CONTENT, "");
        var alarms = new TellAbove(office.store, office.working, office.accounts,
                new Settings("https://huifang.example.org/"));
        alarms.channels = sending.channels;
        Office.runAll(alarms);
        assertThat(ours()).as("nothing is late").isEmpty();
        office.pass(Duration.ofDays(2));
        office.escalate.run();
        receipt = new Receipt.Later("busy");
        Office.runAll(alarms);
        receipt = new Receipt.Accepted(Instant.EPOCH, "1");
        office.pass(Duration.ofMinutes(16));
        Office.runAll(alarms);
        Office.runAll(alarms);
        assertThat(ours()).as("tried again with the same key, and not once more").hasSize(2)
                .extracting(Message::key).containsOnly(ours().getFirst().key());
        assertThat(ours().getLast()).satisfies(message -> {
            assertThat(message.to()).isEqualTo("boss@example.org");
            assertThat(message.text()).contains("https://huifang.example.org/tickets/" + ticket.id())
                    .doesNotContain("Li").doesNotContain(ticket.title());
        });
    }

    private Telling telling(CourseChange change) {
        return office.changes.tellings(office.tenant, change.id()).getFirst();
    }

    private List<Message> ours() {
        return taken.stream().filter(message -> message.tenant().equals(office.tenant)).toList();
    }

    private void send() {
        Office.runAll(sending);
    }

    private SendMessages sending() {
        var job = new SendMessages(office.store, office.working, office.tokens,
                new Settings("https://huifang.example.org/"), new Reachability() {
                    @Override
                    public Map<UUID, Reach> of(TenantId tenant, Collection<UUID> learners, Set<String> purposes,
                            Instant now) {
                        return learners.stream().collect(Collectors.toMap(Function.identity(),
                                id -> new Reach(id, "Li", ZoneId.of("Asia/Shanghai"), "en", null, null,
                                        Map.of("email", "li@example.org"), barriers, null, Set.of())));
                    }

                    @Override
                    public List<UUID> born(TenantId tenant, java.time.MonthDay day,
                            @org.jspecify.annotations.Nullable UUID after, int limit) {
                        return List.of();
                    }
                }, new OtherContacts() {
                    @Override
                    public Optional<Hold> barrier(TenantId tenant, UUID learner, String purpose, String channel,
                            String key, Instant at) {
                        return Optional.ofNullable(hold).map(reason -> new Hold(reason, null));
                    }

                    @Override
                    public void counts(TenantId tenant, UUID learner, String channel, String key, Instant at) {
                        counted.put(key, channel);
                    }

                    @Override
                    public void countsNot(TenantId tenant, String key) {
                        counted.remove(key);
                    }
                });
        RevisitChannel email = message -> {
            taken.add(message);
            return receipt;
        };
        job.channels = List.of(Map.entry(Map.of("channel", "email"), email));
        return job;
    }
}
