// SPDX-License-Identifier: Apache-2.0
package org.huifang.lti;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.huifang.lti.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The claims of asset processors and their terms (LTI Asset Processor 1.0, Canvas' Document Processor), as data: in
 * launches as well as in the notice of a submission. All parts may be missing.
 *
 * @param activityId the activity that is processed; null when not sent
 * @param submissionId what was handed in; null when not sent
 * @param assetId the asset that a report is about; null when not sent
 * @param reportType the kind of report; null when not sent
 * @param assets the files, in a notice; may be empty
 * @param reportUrl where reports are posted; null when not sent
 * @param eulaUrl where the acceptance of terms is told; null when not sent
 * @param scopes what the tool may ask a token for, of all three services
 */
public record AssetClaims(@Nullable String activityId, @Nullable String submissionId, @Nullable String assetId,
        @Nullable String reportType, List<Asset> assets, @Nullable URI reportUrl, @Nullable URI eulaUrl,
        Set<String> scopes) {
    /** Reads assets. */
    public static final String ASSET_SCOPE = "https://purl.imsglobal.org/spec/lti/scope/asset.readonly";
    /** Posts reports. */
    public static final String REPORT_SCOPE = "https://purl.imsglobal.org/spec/lti/scope/report";
    /** Tells that a user accepted the terms. */
    public static final String EULA_USER_SCOPE = "https://purl.imsglobal.org/spec/lti/scope/eula/user";
    /** Tells that the terms are needed in a deployment. */
    public static final String EULA_DEPLOYMENT_SCOPE = "https://purl.imsglobal.org/spec/lti/scope/eula/deployment";

    /**
     * One file.
     *
     * @param id within the platform
     * @param url where it is read with a token
     * @param filename its name; null when not sent
     * @param contentType its media type; null when not sent
     * @param size in bytes; null when not sent
     * @param sha256 its checksum as sent; null when not sent
     * @param timestamp when it was stored; null when not sent
     */
    public record Asset(String id, URI url, @Nullable String filename, @Nullable String contentType,
            @Nullable Long size, @Nullable String sha256, @Nullable Instant timestamp) {
        /**
         * Whether what was read is what was announced.
         *
         * @param content the bytes that were read
         * @return false when size or checksum differ; what the platform did not announce is not compared
         */
        public boolean matches(byte[] content) {
            try {
                byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
                return (size == null || size == content.length)
                        && (sha256 == null || sha256.equals(Base64.getEncoder().encodeToString(sum))
                                || sha256.equalsIgnoreCase(HexFormat.of().formatHex(sum)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }

    /** Copies the collections, so that the value cannot change. */
    public AssetClaims {
        assets = List.copyOf(assets);
        scopes = Set.copyOf(scopes);
    }

    static @Nullable AssetClaims of(Json claims) {
        Json service = claims.object(Claims.LTI + "assetservice");
        Json report = claims.object(Claims.LTI + "assetreport");
        Json eula = claims.object(Claims.LTI + "eulaservice");
        Json activity = claims.object(Claims.LTI + "activity");
        Set<String> scopes = new LinkedHashSet<>(service.texts("scope"));
        scopes.addAll(report.texts("scope"));
        scopes.addAll(eula.texts("scope"));
        AssetClaims found = new AssetClaims(activity.id("id"), claims.object(Claims.LTI + "submission").id("id"),
                claims.object(Claims.LTI + "asset").id("id"), claims.text(Claims.LTI + "assetreport_type"),
                service.objects("assets").stream().flatMap(a -> asset(a).stream()).toList(), report.web("report_url"),
                eula.web("url"), scopes);
        return found.equals(new AssetClaims(null, null, null, null, List.of(), null, null, Set.of())) ? null : found;
    }

    private static List<Asset> asset(Json a) {
        String id = a.id("asset_id");
        URI url = a.web("url");
        return id == null || url == null
                ? List.of()
                : List.of(new Asset(id, url, a.text("filename"), a.text("content_type"), a.number("size"),
                        a.text("sha256_checksum"), time(a.text("timestamp"))));
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
