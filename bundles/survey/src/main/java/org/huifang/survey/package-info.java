// SPDX-License-Identifier: Apache-2.0
/** The light questionnaire pages that learners answer on a phone or in the frame of a course page. */
@NullMarked
package org.huifang.survey;

import org.jspecify.annotations.NullMarked;
