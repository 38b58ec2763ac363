/** The words every bundle shares: tenant, clock, changes, commands, jobs and problems. Start at {@link TenantId}. */
@NullMarked
@Version("1.0.0")
package org.huifang.api;
import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
