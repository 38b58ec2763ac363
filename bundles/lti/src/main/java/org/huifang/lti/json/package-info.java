// SPDX-License-Identifier: Apache-2.0
/** Reading JSON of unknown quality: what is missing or of the wrong type is absent. Not exported. */
@NullMarked
package org.huifang.lti.json;

import org.jspecify.annotations.NullMarked;
