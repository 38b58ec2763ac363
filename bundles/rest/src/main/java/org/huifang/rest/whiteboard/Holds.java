// SPDX-License-Identifier: Apache-2.0
package org.huifang.rest.whiteboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps requests waiting at the door of a part that is being updated, and lets those inside leave first. Other parts
 * are served meanwhile.
 */
final class Holds {
    static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration MISSED = Duration.ofMinutes(1);

    /** Whether a request may go in. */
    enum Answer {
        IN, MISSING
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final List<String> inside = new ArrayList<>();
    /** When each part that is away went, by the monotonic clock. */
    private final Map<String, Long> away = new HashMap<>();

    /** Waits while the part is away, for a grace; one that stays away is missing for a minute and then forgotten. */
    Answer enter(String path) throws InterruptedException {
        lock.lock();
        try {
            long left = leftOf(path);
            while (left > 0) {
                moved.awaitNanos(left);
                left = leftOf(path);
            }
            if (left < 0) {
                return Answer.MISSING;
            }
            inside.add(path);
            return Answer.IN;
        } finally {
            lock.unlock();
        }
    }

    /** Nanoseconds to wait; 0 when nothing is away, negative when it has been for too long. */
    private long leftOf(String path) {
        long now = System.nanoTime();
        away.values().removeIf(since -> now - since > MISSED.toNanos());
        return away.entrySet().stream().filter(part -> covers(part.getKey(), path))
                .mapToLong(part -> GRACE.toNanos() - (now - part.getValue())).map(left -> left > 0 ? left : -1).min()
                .orElse(0);
    }

    void leave(String path) {
        lock.lock();
        try {
            inside.remove(path);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets nobody in any more, and returns when all are out or after the grace. */
    void close(String part) {
        lock.lock();
        try {
            away.put(part, System.nanoTime());
            long left = GRACE.toNanos();
            while (left > 0 && inside.stream().anyMatch(path -> covers(part, path))) {
                left = moved.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets requests in to these parts again.
     *
     * @param asOf when the list was made, by the monotonic clock: a part that went later stays closed
     */
    void open(Collection<String> parts, long asOf) {
        lock.lock();
        try {
            parts.forEach(part -> away.computeIfPresent(part, (name, since) -> since - asOf < 0 ? null : since));
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static boolean covers(String part, String path) {
        return part.isEmpty() || path.equals(part) || path.startsWith(part + "/");
    }
}
