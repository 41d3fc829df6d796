import { GetObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { s3Client, s3Failure } from "../../testing/s3.ts";
import { s3Keys, startTestSandbox, type TestSandbox } from "../../testing/start.ts";

const Bucket = s3Keys.bucket;
let sandbox: TestSandbox & { remove(): Promise<void> };
let s3: S3Client;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  s3 = s3Client(sandbox.s3Url, { requestChecksumCalculation: "WHEN_REQUIRED" });
  await s3.send(new PutObjectCommand({ Bucket, Key: "a b", Body: "тайна", ContentType: "text/plain" }));
});

afterAll(async () => {
  s3.destroy();
  expect(sandbox.errors).toEqual([]);
  await sandbox.remove();
});

async function code(response: Response): Promise<string> {
  return `${response.status} ${/<Code>(\w+)<\/Code>/.exec(await response.text())?.[1] ?? ""}`;
}

describe("signed requests", () => {
  it("refuses a wrong secret, an unknown key and a missing signature", async () => {
    const wrong = (accessKeyId: string, secretAccessKey: string) =>
      s3Client(sandbox.s3Url, { credentials: { accessKeyId, secretAccessKey } }).send(
        new GetObjectCommand({ Bucket, Key: "a b" }),
      );
    expect(await s3Failure(wrong(s3Keys.accessKey, "wrong"))).toEqual([403, "SignatureDoesNotMatch"]);
    expect(await s3Failure(wrong("nobody", s3Keys.secretKey))).toEqual([403, "InvalidAccessKeyId"]);
    expect(await code(await fetch(`${sandbox.s3Url}/${Bucket}/a%20b`))).toBe("403 AccessDenied");
  });

  it("refuses a request with a time far off", async () => {
    const late = s3Client(sandbox.s3Url, { systemClockOffset: 3_600_000, maxAttempts: 1 });
    expect(await s3Failure(late.send(new GetObjectCommand({ Bucket, Key: "a b" })))).toEqual([
      403,
      "RequestTimeTooSkewed",
    ]);
  });
});

describe("presigned links", () => {
  it("give the object to anyone who has the link, with the headers in it", async () => {
    const command = new GetObjectCommand({
      Bucket,
      Key: "a b",
      ResponseContentDisposition: 'attachment; filename="a.txt"',
    });
    const response = await fetch(await getSignedUrl(s3, command, { expiresIn: 60 }));
    expect(await response.text()).toBe("тайна");
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="a.txt"');
    expect(response.headers.get("content-type")).toBe("text/plain");
  });

  it("accept an upload with the signed type, and refuse another type or key", async () => {
    const command = new PutObjectCommand({ Bucket, Key: "up", ContentType: "image/png" });
    const url = await getSignedUrl(s3, command, {
      expiresIn: 60,
      signableHeaders: new Set(["content-type", "host"]),
    });
    const send = (address: string, type: string) =>
      fetch(address, { method: "PUT", body: "картинка", headers: { "content-type": type } });
    expect(await code(await send(url, "text/html"))).toBe("403 SignatureDoesNotMatch");
    expect(await code(await send(url.replace("/up?", "/other?"), "image/png"))).toBe(
      "403 SignatureDoesNotMatch",
    );
    expect(await s3Failure(s3.send(new GetObjectCommand({ Bucket, Key: "up" })))).toEqual([404, "NoSuchKey"]);
    expect((await send(url, "image/png")).status).toBe(200);
    const { Body, ContentType } = await s3.send(new GetObjectCommand({ Bucket, Key: "up" }));
    expect([await Body?.transformToString(), ContentType]).toEqual(["картинка", "image/png"]);
  });

  it("expire", async () => {
    const signingDate = new Date(Date.now() - 120_000);
    const command = new GetObjectCommand({ Bucket, Key: "a b" });
    const expired = await getSignedUrl(s3, command, { expiresIn: 60, signingDate });
    const response = await fetch(expired);
    const text = await response.clone().text();
    expect(await code(response)).toBe("403 AccessDenied");
    expect(text).toContain("<Message>Request has expired</Message>");
  });

  it("follow the development clock when signed by it", async () => {
    const signingDate = new Date("2031-05-06T07:00:00Z");
    const url = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: "a b" }), {
      expiresIn: 60,
      signingDate,
    });
    expect(await code(await fetch(url))).toBe("403 AccessDenied");
    await sandbox.control.post("/clock", { now: "2031-05-06T07:00:30Z" });
    expect((await fetch(url)).status).toBe(200);
    await sandbox.control.post("/clock", { advanceSeconds: 60 });
    expect(await code(await fetch(url))).toBe("403 AccessDenied");
  });

  it("can be used by a page in the browser", async () => {
    const url = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: "a b" }), { expiresIn: 60 });
    const headers = { origin: "http://localhost:3000", "access-control-request-method": "PUT" };
    const preflight = await fetch(url, {
      method: "OPTIONS",
      headers: { ...headers, "access-control-request-headers": "content-type" },
    });
    expect(preflight.status).toBe(200);
    expect(preflight.headers.get("access-control-allow-origin")).toBe("http://localhost:3000");
    expect(preflight.headers.get("access-control-allow-headers")).toBe("content-type");
    expect(preflight.headers.get("access-control-allow-methods")).toContain("PUT");
  });
});
