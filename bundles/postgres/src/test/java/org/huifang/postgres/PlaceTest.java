// SPDX-License-Identifier: Apache-2.0
package org.huifang.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlaceTest {
    @Test
    void the_database_is_in_the_data_folder_when_that_can_be_reached() throws Exception {
        Path data = Database.reachableFolder();
        try (Place place = new Place(data)) {
            assertThat(place.folder()).isEqualTo(data.resolve("postgres"));
            assertThat(place.account().uid()).isNotZero();
        }
        Cluster.discard(data);
    }

    @Test
    void below_a_folder_of_root_it_moves_to_where_it_can_be_reached_and_stays_there(@TempDir Path closed)
            throws Exception {
        assumeThat(Files.getAttribute(Path.of("/proc/self"), "unix:uid")).isEqualTo(0);
        Path open = Database.reachableFolder();
        Path folder;
        try (Place place = new Place(closed, open)) {
            folder = place.folder();
            assertThat(folder.getParent()).isEqualTo(open);
            assertThat(closed.resolve("postgres/moved-to")).hasContent(folder.toString());
        }
        try (Place again = new Place(closed, open)) {
            assertThat(again.folder()).isEqualTo(folder);
        }
        Cluster.discard(open);
    }

    @Test
    void two_owners_of_one_folder_are_refused(@TempDir Path data) throws Exception {
        try (Place first = new Place(data, Database.reachableFolder())) {
            assertThat(first.folder()).exists();
            assertThatThrownBy(() -> new Place(data)).isInstanceOf(OverlappingFileLockException.class);
        }
    }
}
