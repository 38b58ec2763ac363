// SPDX-License-Identifier: Apache-2.0
package org.huifang.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.envers.Audited;

@Entity
@Audited
class Note {
    @Id
    long id;
    String tenant;
    String text;

    Note() {
    }

    Note(long id, String tenant, String text) {
        this.id = id;
        this.tenant = tenant;
        this.text = text;
    }
}
