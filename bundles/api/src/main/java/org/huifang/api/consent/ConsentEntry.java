// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.consent;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of the ledger.
 *
 * @param id rises with the order of recording
 * @param learner the file that it was said of; after a merge several files are one person's
 * @param basis the legal basis: {@code consent}, {@code contract}, {@code guardian}
 * @param version of the text that was agreed to; may be empty for a withdrawal
 * @param given false when it was refused or withdrawn
 * @param proof where it can be seen: a launch, a recording, a form
 * @param author who said it: {@code learner:<id>}, {@code staff:<account>}
 * @param source who delivered it
 * @param at when it was said
 * @param recorded when the archive learnt it
 */
public record ConsentEntry(long id, UUID learner, String purpose, String channel, String basis, String version,
        boolean given, String proof, String author, String source, Instant at, Instant recorded) {}
