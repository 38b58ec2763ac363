// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

@Entity
class Shelf {
    @Id
    UUID id = UUID.randomUUID();
    String tenant = "";
    String name = "";

    Shelf() {
    }

    Shelf(String tenant, String name) {
        this.tenant = tenant;
        this.name = name;
    }

    String name() {
        return name;
    }
}
