// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence.internal;

import javax.sql.DataSource;

/** A database that has answered once, with Huifang's own bookkeeping up to date. */
record Connected(DataSource pool, Opening opening) {}
