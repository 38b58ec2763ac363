// SPDX-License-Identifier: Apache-2.0
/** A real PostgreSQL for the tests of every module that stores something. */
@org.jspecify.annotations.NullMarked
package org.huifang.persistence.testing;
