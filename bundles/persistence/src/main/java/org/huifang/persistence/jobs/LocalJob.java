// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.huifang.api.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job that this node can run. */
final class LocalJob {
    private static final Logger LOG = LoggerFactory.getLogger(LocalJob.class);
    /** After that the database is asked again, so that the work can move to another node. */
    private static final Duration STRETCH = Duration.ofSeconds(2);
    /** From one start to the next when it did all there was: what many wake in a moment is done in one run. */
    private static final Duration BREATH = Duration.ofMillis(100);
    /** As long as it is woken during each run: what many wake for half a second costs little more than what one does. */
    private static final Duration DEEP_BREATH = Duration.ofMillis(500);
    private static final int BUSY = 4;
    /** What a follower was told of a moment ago may not be there to be read yet: then it looks again soon. */
    private static final long FRESH = Duration.ofSeconds(3).toNanos();
    private static final Duration SOON = Duration.ofMillis(200);
    private final Job job;
    private final ReentrantLock running = new ReentrantLock();
    private volatile boolean wokenMeanwhile;
    private volatile boolean gone;
    private volatile long heard = System.nanoTime() - FRESH;
    private int failures;
    private long started = System.nanoTime() - BREATH.toNanos();
    private boolean backlog;
    private int busy;

    LocalJob(Job job) {
        this.job = job;
    }

    /** True when it follows one of these topics; it is to be woken then. */
    boolean hears(Set<String> topics) {
        if (Collections.disjoint(job.follows(), topics)) {
            return false;
        }
        heard = System.nanoTime();
        return true;
    }

    private Duration pause() {
        Duration pause = job.pause();
        return System.nanoTime() - heard < FRESH && pause.compareTo(SOON) > 0 ? SOON : pause;
    }

    /** True when it is running here, and will run once more because of this call. */
    boolean wakeIfRunning() {
        wokenMeanwhile = true;
        return running.isLocked() && !gone;
    }

    /** Runs until nothing more is waiting, and tells when to run again. */
    Instant run() {
        running.lock();
        try {
            boolean more = true;
            long end = System.nanoTime() + STRETCH.toNanos();
            while (more && !gone && System.nanoTime() < end) {
                takeBreath();
                wokenMeanwhile = false;
                backlog = false;
                backlog = job.run();
                more = backlog || wokenMeanwhile;
                busy = wokenMeanwhile ? Math.min(busy + 1, BUSY) : 0;
            }
            failures = 0;
            return more ? Instant.now() : Instant.now().plus(pause());
        } catch (RuntimeException | Error e) {
            failures++;
            if (Integer.bitCount(failures) == 1) {
                LOG.error("The job {} failed (time {} in a row); it is tried again in {}", job.name(), failures,
                        job.pause(), e);
            }
            return Instant.now().plus(pause());
        } finally {
            running.unlock();
        }
    }

    /** Nobody who wakes it meanwhile waits longer than this. */
    private void takeBreath() {
        long end = started + (busy < BUSY ? BREATH : DEEP_BREATH).toNanos();
        while (!backlog && !gone && System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        started = System.nanoTime();
    }

    /** Returns once it does not run any more, or after five seconds. */
    void leave() {
        gone = true;
        try {
            if (running.tryLock(5, TimeUnit.SECONDS)) {
                running.unlock();
            } else {
                LOG.warn("The job {} still runs while its bundle goes", job.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
