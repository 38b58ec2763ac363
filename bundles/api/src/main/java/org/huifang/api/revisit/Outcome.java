// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.revisit;

/** What came of an attempt to reach a learner; the AAPOR 2015 disposition groups are named for each. */
public enum Outcome {
    /** Interview (I). */
    REACHED,
    /** Non-contact (NC). */
    NO_ANSWER,
    /** Non-contact (NC). */
    BUSY,
    /** Not eligible (NE): the number is somebody else's. */
    WRONG_NUMBER,
    /** Refusal (R). */
    REFUSED,
    /** Eligible, other (O): asked to be called at another time. */
    CALL_BACK,
    /** Non-contact (NC): a machine answered. */
    VOICEMAIL
}
