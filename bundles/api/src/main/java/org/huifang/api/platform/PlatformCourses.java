// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.platform;

import java.util.Collection;
import java.util.Map;
import org.huifang.api.TenantId;
import org.huifang.api.archive.CourseKey;
import org.osgi.annotation.versioning.ProviderType;

/** The courses that Huifang was opened from on course platforms, by the platforms' ids. Thread-safe. */
@ProviderType
public interface PlatformCourses {
    /**
     * Which of these ids are courses of a platform that is registered now; an id that two platforms have is left out.
     *
     * @param contexts LTI's {@code context.id}; unknown ones are passed over
     */
    Map<String, CourseKey> known(TenantId tenant, Collection<String> contexts);
}
