// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti.storage;

/**
 * What the pages say, in the user's language, plain text.
 *
 * @param language a BCP 47 tag
 * @param title the page's title
 * @param waiting while it works
 * @param failed when the platform does not answer
 * @param newWindow on the button that begins anew in a window of its own
 */
public record StorageWords(String language, String title, String waiting, String failed, String newWindow) {}
