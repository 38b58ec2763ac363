// SPDX-License-Identifier: Apache-2.0
package org.huifang.ui.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.huifang.api.access.Scope;
import org.huifang.api.identity.InvalidAccount;
import org.huifang.ui.MessageFiles;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void every_key_has_a_message_in_three_languages() throws IOException {
        assertThat(MessageFiles.problems(BundlesView.class, Path.of("src/main/java"))).isEmpty();
    }

    @Test
    void every_reason_for_a_refused_account_has_a_sentence() throws IOException {
        var known = MessageFiles.read(
                BundlesView.class.getClassLoader().getResource(MessageFiles.path(MessageFiles.LOCALES.getFirst())));

        for (var reason : InvalidAccount.Reason.values()) {
            assertThat(known).containsKey("admin.invalid." + reason.name().toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void every_scope_and_every_kind_of_key_has_a_sentence() throws IOException {
        var known = MessageFiles.read(
                BundlesView.class.getClassLoader().getResource(MessageFiles.path(MessageFiles.LOCALES.getFirst())));

        for (var scope : Scope.values()) {
            assertThat(known).containsKey("admin.clients.scope." + scope.name().toLowerCase(Locale.ROOT));
        }
        for (var kind : NewClient.Keys.values()) {
            assertThat(known).containsKey("admin.clients.keys.how." + kind.name().toLowerCase(Locale.ROOT));
        }
    }
}
