import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { presignUrl } from "./presign-url.ts";
import { createStorage } from "./storage.ts";

const NOW = new Date("2026-09-10T14:05:00.123Z");
const KEYS = { accessKey: "AKIDEXAMPLE", secretKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };
const storage = createStorage({
  endpoint: "http://10.0.0.5:8333",
  publicEndpoint: "http://127.0.0.1:3020/",
  bucket: "files",
  ...KEYS,
});
const sdk = new S3Client({
  endpoint: "http://127.0.0.1:3020",
  region: "us-east-1",
  credentials: { accessKeyId: KEYS.accessKey, secretAccessKey: KEYS.secretKey },
  forcePathStyle: true,
  requestChecksumCalculation: "WHEN_REQUIRED",
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

const signatureOf = (url: string) => new URL(url).searchParams.get("X-Amz-Signature");

/** Signs the request of a link again, independently of the tested code. */
function signedAgain(method: "GET" | "PUT", link: string, headers: Record<string, string> = {}): string {
  const url = new URL(link);
  const computed = /^X-Amz-(Algorithm|Credential|Date|Expires|SignedHeaders|Signature)$/;
  const query = Object.fromEntries([...url.searchParams].filter(([name]) => !computed.test(name)));
  url.search = "";
  return presignUrl({
    ...KEYS,
    method,
    url,
    headers,
    query,
    region: "us-east-1",
    expiresSeconds: 600,
    now: NOW,
  });
}

test("the example of Amazon's reference has the published signature", () => {
  const url = presignUrl({
    method: "GET",
    url: new URL("https://examplebucket.s3.amazonaws.com/test.txt"),
    region: "us-east-1",
    accessKey: "AKIAIOSFODNN7EXAMPLE",
    secretKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    expiresSeconds: 86_400,
    now: new Date("2013-05-24T00:00:00Z"),
  });
  expect(signatureOf(url)).toBe("aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
});

describe("a download link", () => {
  test("equals that of Amazon's own presigner, for the public URL", async () => {
    const key = "a-b_c/320";
    const fileName = "Акт (скрытые) №1 'АОСР'.pdf";
    const ours = storage.presignGet(key, { expiresSeconds: 600, fileName });
    expect(new URL(ours).origin).toBe("http://127.0.0.1:3020");
    const disposition = new URL(ours).searchParams.get("response-content-disposition") ?? "";
    const command = new GetObjectCommand({
      Bucket: "files",
      Key: key,
      ResponseContentDisposition: disposition,
    });
    const theirs = await getSignedUrl(sdk, command, { expiresIn: 600 });
    expect(signatureOf(signedAgain("GET", theirs))).toBe(signatureOf(theirs));
    expect(signatureOf(signedAgain("GET", ours))).toBe(signatureOf(ours));
  });

  test("is valid between a second and a week", () => {
    for (const expiresSeconds of [0, -1, 1.5, 604_801, Number.NaN]) {
      expect(() => storage.presignGet("k", { expiresSeconds })).toThrow(RangeError);
    }
  });

  test("never contains the secret", () => {
    expect(decodeURIComponent(storage.presignGet("k", { expiresSeconds: 60 }))).not.toContain(KEYS.secretKey);
  });
});

test("an upload link binds type, size and digest", async () => {
  const sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  const rules = { contentType: "image/jpeg", size: 12_345, sha256, expiresSeconds: 600 };
  const { url, headers } = storage.presignPut("k1", rules);
  const checksum = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
  expect(headers).toEqual({ "content-type": "image/jpeg", "x-amz-checksum-sha256": checksum });
  expect(new URL(url).searchParams.get("X-Amz-SignedHeaders")).toBe(
    "content-length;content-type;host;x-amz-checksum-sha256",
  );
  const other = storage.presignPut("k1", { ...rules, size: 12_346 });
  expect(signatureOf(other.url)).not.toBe(signatureOf(url));

  const command = new PutObjectCommand({
    Bucket: "files",
    Key: "k1",
    ContentType: "image/jpeg",
    ContentLength: 12_345,
    ChecksumSHA256: checksum,
  });
  const signed = await getSignedUrl(sdk, command, {
    expiresIn: 600,
    signableHeaders: new Set(["content-type", "content-length", "host", "x-amz-checksum-sha256"]),
    unhoistableHeaders: new Set(["x-amz-checksum-sha256"]),
  });
  const all = { ...headers, "content-length": "12345" };
  expect(signatureOf(signedAgain("PUT", signed, all))).toBe(signatureOf(signed));
  expect(signatureOf(signedAgain("PUT", url, all))).toBe(signatureOf(url));
});
