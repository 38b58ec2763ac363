// SPDX-License-Identifier: Apache-2.0
/**
 * The platform's services as seen by the tool: access tokens, names and roles, grades, groups, notices.
 *
 * <p>Start at {@link NamesAndRoles} or {@link AssignmentAndGrades}.
 */
@NullMarked
@Version("1.0.0")
package org.huifang.lti.service;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
