// SPDX-License-Identifier: Apache-2.0
package org.huifang.demo;

import java.util.List;

/** What a tool may be allowed to do. */
final class Scopes {
    static final String ROSTER = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";
    static final String LINE_ITEMS = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem";
    static final String LINE_ITEMS_READ = "https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly";
    static final String SCORES = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    static final String RESULTS = "https://purl.imsglobal.org/spec/lti-ags/scope/result.readonly";
    static final String GROUPS = "https://purl.imsglobal.org/spec/lti-gs/scope/contextgroup.readonly";
    static final String NOTICES = "https://purl.imsglobal.org/spec/lti/scope/noticehandlers";
    static final List<String> ALL = List.of(ROSTER, LINE_ITEMS, LINE_ITEMS_READ, SCORES, RESULTS, GROUPS, NOTICES);

    private Scopes() {
    }
}
