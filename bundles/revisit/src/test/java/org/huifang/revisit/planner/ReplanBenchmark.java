// SPDX-License-Identifier: Apache-2.0
package org.huifang.revisit.planner;

import java.lang.management.ManagementFactory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.huifang.api.archive.Reach;
import org.huifang.api.calendar.Blackout;
import org.huifang.api.calendar.CalendarDay;
import org.huifang.api.calendar.Cap;
import org.huifang.api.calendar.ContactHours;

/**
 * Plans for a million learners with one to three open tasks each, as every morning: the part that is done without the
 * database. Arguments: learners, threads.
 */
public final class ReplanBenchmark {
    private static final Instant NOW = Instant.parse("2026-09-21T22:00:00Z");
    private static final int DISTINCT = 100_000;

    private ReplanBenchmark() {
    }

    public static void main(String[] args) throws InterruptedException {
        int learners = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int threads = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        List<Given> people = people(Math.min(learners, DISTINCT));
        System.out.printf("%,d learners, %d thread(s), %s%n", learners, threads, Runtime.version());
        for (int round = 1; round <= 4; round++) {
            Limits limits = limits();
            long start = System.nanoTime();
            var planner = new Planner(limits);
            var tasks = new AtomicLong();
            var contacts = new AtomicLong();
            var worked = new AtomicLong();
            List<Thread> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread;
                running.add(Thread.ofPlatform().start(() -> {
                    long planned = 0;
                    long owed = 0;
                    for (int n = first; n < learners; n += threads) {
                        Given given = people.get(n % people.size());
                        planned += given.planned(planner).contacts().size();
                        owed += given.tasks().size();
                    }
                    tasks.addAndGet(owed);
                    contacts.addAndGet(planned);
                    worked.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
                }));
            }
            for (Thread thread : running) {
                thread.join();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf("round %d: %.2f s, %,.0f persons/s; %.2f s of processor, %,.0f persons/s of one core; "
                    + "%,d tasks, %,d contacts%n", round, seconds, learners / seconds, worked.get() / 1e9,
                    learners / (worked.get() / 1e9), tasks.get(), contacts.get());
        }
    }

    static Limits limits() {
        Map<LocalDate, CalendarDay> special = new HashMap<>();
        for (int day = 1; day <= 7; day++) {
            LocalDate holiday = LocalDate.of(2026, 10, day);
            special.put(holiday, new CalendarDay(holiday, "国庆节", List.of(), "State Council"));
        }
        LocalDate worked = LocalDate.of(2026, 10, 10);
        special.put(worked, new CalendarDay(worked, "", RandomGiven.spans("09:00-18:00"), "State Council"));
        List<Blackout> blackouts = List.of(new Blackout(new UUID(3, 3), "exams", LocalDate.of(2026, 10, 19),
                LocalDate.of(2026, 10, 23), course(0)));
        Map<String, ContactHours> hours = new HashMap<>();
        for (String channel : List.of("phone", "email", "wechat", "lms")) {
            boolean call = channel.equals("phone");
            hours.put(channel, new ContactHours(channel, RandomGiven.spans(call ? "08:00-21:00" : "07:00-22:00"),
                    RandomGiven.spans("12:00-14:00"), !call, special, Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                    blackouts));
        }
        return new Limits(hours,
                List.of(new Cap(null, null, 2, 7), new Cap("phone", null, 1, 7), new Cap(null, "vip", 1, 14)),
                ZoneId.of("Asia/Shanghai"), Duration.ofHours(24));
    }

    static List<Given> people(int many) {
        var random = new Random(20260921);
        List<Given> people = new ArrayList<>();
        Limits limits = limits();
        for (int n = 0; n < many; n++) {
            Map<String, Reach.Barrier> none = random.nextInt(20) == 0
                    ? Map.of("phone", Reach.Barrier.WITHDRAWN)
                    : Map.of();
            var reach = new Reach(new UUID(4, n), "", random.nextInt(10) == 0 ? ZoneId.of("Europe/Berlin") : null, "zh",
                    random.nextBoolean() ? "wechat" : null, random.nextInt(3) == 0 ? "19:00-21:00" : null,
                    Map.of("phone", "1", "wechat", "2", "lms", "3"), Map.of("revisit", none), null,
                    random.nextInt(10) == 0 ? Set.of("vip") : Set.of());
            List<Task> tasks = new ArrayList<>();
            for (int task = random.nextInt(1, 4); task > 0; task--) {
                boolean call = random.nextBoolean();
                Instant opens = NOW.plus(Duration.ofHours(random.nextInt(-24 * 14, 24 * 30)));
                tasks.add(new Task(new UUID(5, n * 4L + task), course(random.nextInt(4)), call ? "revisit" : "survey",
                        call ? List.of("phone", "wechat") : List.of("wechat", "lms", "email"), opens,
                        opens.plus(Duration.ofDays(random.nextInt(3, 15))), 10, call));
            }
            List<Contact> past = new ArrayList<>();
            for (int contact = random.nextInt(3); contact > 0; contact--) {
                past.add(new Contact(new UUID(6, n * 4L + contact), random.nextBoolean() ? "phone" : "wechat",
                        NOW.minus(Duration.ofHours(random.nextInt(24 * 14))), List.of(), true));
            }
            people.add(new Given(reach, tasks, past, List.of(), limits, NOW));
        }
        return people;
    }

    private static UUID course(int number) {
        return new UUID(2, number);
    }
}
