// SPDX-License-Identifier: Apache-2.0
package org.huifang.platform;

import java.sql.SQLException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A tool and a campus for the tests of a class; before each of them the campus is all that the database knows. */
final class ToolAtCampus implements BeforeEachCallback, AfterAllCallback {
    final ToolServer tool = new ToolServer();
    final Campus campus = new Campus();

    @Override
    public void beforeEach(ExtensionContext context) throws SQLException {
        tool.clean(campus);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        campus.close();
        tool.close();
    }
}
