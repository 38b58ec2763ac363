// SPDX-License-Identifier: Apache-2.0
package org.huifang.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.huifang.api.script.ScriptVersion.Node;

/** How the nodes of a version stand in the database and in the files that Huifang brings. */
final class NodeJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final TypeReference<List<Node>> NODES = new TypeReference<>() {
    };

    private NodeJson() {
    }

    static String write(List<Node> nodes) {
        try {
            // PostgreSQL's jsonb cannot hold NUL
            return JSON.writeValueAsString(nodes).replace("\\u0000", "");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("nodes that cannot be written", e);
        }
    }

    static List<Node> read(String json) {
        try {
            return JSON.readValue(json, NODES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("nodes that cannot be read", e);
        }
    }
}
