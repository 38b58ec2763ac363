// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huifang.lti.deeplinking.DeepLinkingResult;
import org.huifang.lti.registration.RegistrationFailure;
import org.huifang.lti.service.ServiceFailure;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Path EXAMPLES = Path.of("src/test/java/org/huifang/lti/Examples.java");

    private static List<String> found(String pattern, Path file) throws IOException {
        Matcher m = Pattern.compile(pattern, Pattern.DOTALL).matcher(Files.readString(file));
        List<String> all = new ArrayList<>();
        while (m.find()) {
            all.add(m.group(1).replaceAll("\\s+", " ").trim());
        }
        return all;
    }

    @Test
    void every_example_is_compiled_and_every_compiled_example_is_there() throws IOException {
        assertThat(found("```java\n(.*?)```", README)).hasSizeGreaterThanOrEqualTo(5)
                .isEqualTo(found("// README:(.*?)// :README", EXAMPLES));
    }

    @Test
    void every_reason_is_explained() throws IOException {
        String readme = Files.readString(README);
        assertThat(Arrays.stream(ReasonCode.values()).map(r -> "`" + r.code() + "`")).allMatch(readme::contains);
        assertThat(Arrays.stream(RegistrationFailure.values()).map(r -> "`" + r.code() + "`"))
                .allMatch(readme::contains);
        assertThat(Arrays.stream(DeepLinkingResult.Reason.values()).map(r -> "`" + r.code() + "`"))
                .allMatch(readme::contains);
        assertThat(Arrays.stream(ServiceFailure.Kind.values()).map(k -> "`" + k + "`")).allMatch(readme::contains);
    }
}
