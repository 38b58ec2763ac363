// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.archive;

/**
 * What was counted of one field over the files of the learners whom the policy holds for.
 *
 * @param policy as it was when it was counted
 * @param files that were looked at
 * @param filled files in which a value holds
 * @param inTime of the filled ones, those that are not older than the policy allows; all when it sets no age
 * @param conflicts of the filled ones, those of which another source says otherwise and nobody has verified them since,
 * or a later check does
 * @param traceable of the filled ones, those whose source, author and time are on record
 * @param checked values drawn in review rounds that were checked; of all learners, and counted with what holds for all
 * @param right of those, the right ones
 */
public record FieldQuality(FieldPolicy policy, long files, long filled, long inTime, long conflicts, long traceable,
        long checked, long right) {}
