import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { s3Client, s3Failure } from "../testing/s3.ts";
import { s3Keys, startTestSandbox, type TestSandbox } from "../testing/start.ts";

const Bucket = s3Keys.bucket;
let sandbox: TestSandbox & { remove(): Promise<void> };
let s3: S3Client;

beforeAll(async () => {
  sandbox = await startTestSandbox();
  s3 = s3Client(sandbox.s3Url);
});

afterAll(async () => {
  s3.destroy();
  expect(sandbox.errors).toEqual([]);
  await sandbox.remove();
});

const put = (Key: string, Body: string | Uint8Array = "тело") =>
  s3.send(new PutObjectCommand({ Bucket, Key, Body }));
const read = async (Key: string, Range?: string) => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, Range }));
  return (await Body?.transformToString()) ?? "";
};

describe("objects", () => {
  it("stores content, content type and metadata under difficult keys", async () => {
    const Key = "фото/2026 (1)/a+b & c'*!~.jpg";
    const sent = { Bucket, Key, Body: "байты", ContentType: "image/jpeg", Metadata: { owner: "1000011" } };
    const { ETag } = await s3.send(new PutObjectCommand({ ...sent, CacheControl: "private" }));
    expect(ETag).toBe(`"${createHash("md5").update("байты").digest("hex")}"`);
    const got = await s3.send(new GetObjectCommand({ Bucket, Key }));
    expect(got).toMatchObject({
      ContentType: "image/jpeg",
      CacheControl: "private",
      Metadata: { owner: "1000011" },
      ContentLength: 10,
      ETag,
    });
    expect(await got.Body?.transformToString()).toBe("байты");
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key }));
    expect(head).toMatchObject({
      ContentLength: 10,
      ContentType: "image/jpeg",
      Metadata: { owner: "1000011" },
    });
  });

  it("reads ranges and refuses one past the end", async () => {
    await put("range", "0123456789");
    expect(await read("range", "bytes=2-4")).toBe("234");
    expect(await read("range", "bytes=7-")).toBe("789");
    expect(await read("range", "bytes=-2")).toBe("89");
    expect(await s3Failure(read("range", "bytes=10-"))).toEqual([416, "InvalidRange"]);
  });

  it("accepts chunked streams with a trailing checksum, and empty bodies", async () => {
    const bytes = Buffer.alloc(300_000, "стекло");
    const stream = Readable.from([bytes.subarray(0, 70_000), bytes.subarray(70_000)]);
    await s3.send(new PutObjectCommand({ Bucket, Key: "stream", Body: stream, ContentLength: bytes.length }));
    expect((await read("stream")).length).toBe(bytes.toString().length);
    await put("empty", new Uint8Array());
    expect(await read("empty")).toBe("");
  });

  it("replaces, copies and deletes", async () => {
    await put("one", "1");
    await put("one", "2");
    await s3.send(new CopyObjectCommand({ Bucket, Key: "копия", CopySource: `${Bucket}/one` }));
    expect([await read("one"), await read("копия")]).toEqual(["2", "2"]);
    await s3.send(new DeleteObjectCommand({ Bucket, Key: "one" }));
    await s3.send(new DeleteObjectCommand({ Bucket, Key: "one" }));
    expect(await s3Failure(read("one"))).toEqual([404, "NoSuchKey"]);
    expect(await read("копия")).toBe("2");
  });

  it("refuses a body with a wrong checksum", async () => {
    const wrong = new PutObjectCommand({
      Bucket,
      Key: "sum",
      Body: "x",
      ContentMD5: "AAAAAAAAAAAAAAAAAAAAAA==",
    });
    expect(await s3Failure(s3.send(wrong))).toEqual([400, "BadDigest"]);
    const crc = new PutObjectCommand({ Bucket, Key: "sum", Body: "x", ChecksumCRC32: "AAAAAA==" });
    expect(await s3Failure(s3.send(crc))).toEqual([400, "BadDigest"]);
    expect(await s3Failure(read("sum"))).toEqual([404, "NoSuchKey"]);
  });

  it("honours conditional requests", async () => {
    const { ETag } = await put("cond", "1");
    const exclusive = new PutObjectCommand({ Bucket, Key: "cond", Body: "2", IfNoneMatch: "*" });
    expect(await s3Failure(s3.send(exclusive))).toEqual([412, "PreconditionFailed"]);
    expect(await read("cond")).toBe("1");
    const [status] = await s3Failure(
      s3.send(new GetObjectCommand({ Bucket, Key: "cond", IfNoneMatch: ETag })),
    );
    expect(status).toBe(304);
  });
});

describe("lists", () => {
  it("returns pages in byte order and groups by delimiter", async () => {
    const keys = ["list/a", "list/b/1", "list/b/2", "list/c", "list/я", "list/😀"];
    for (const key of keys.toReversed()) await put(key);
    const seen: (string | undefined)[] = [];
    let token: string | undefined;
    do {
      const page = await s3.send(
        new ListObjectsV2Command({ Bucket, Prefix: "list/", MaxKeys: 2, ContinuationToken: token }),
      );
      seen.push(...(page.Contents ?? []).map(({ Key }) => Key));
      token = page.NextContinuationToken;
    } while (token);
    expect(seen).toEqual(keys);
    const folded = await s3.send(
      new ListObjectsV2Command({ Bucket, Prefix: "list/", Delimiter: "/", MaxKeys: 2 }),
    );
    expect(folded.Contents?.map(({ Key }) => Key)).toEqual(["list/a"]);
    expect(folded.CommonPrefixes).toEqual([{ Prefix: "list/b/" }]);
    const rest = { Bucket, Prefix: "list/", Delimiter: "/", ContinuationToken: folded.NextContinuationToken };
    const next = await s3.send(new ListObjectsV2Command(rest));
    expect(next.Contents?.map(({ Key }) => Key)).toEqual(["list/c", "list/я", "list/😀"]);
    expect(next.IsTruncated).toBe(false);
  });
});

describe("buckets and switches", () => {
  it("finds its bucket, creates another, and reports a missing one", async () => {
    await s3.send(new HeadBucketCommand({ Bucket }));
    await s3.send(new CreateBucketCommand({ Bucket: "second-bucket" }));
    expect(await s3Failure(s3.send(new CreateBucketCommand({ Bucket })))).toEqual([
      409,
      "BucketAlreadyOwnedByYou",
    ]);
    const missing = new PutObjectCommand({ Bucket: "no-such-bucket", Key: "x", Body: "x" });
    expect(await s3Failure(s3.send(missing))).toEqual([404, "NoSuchBucket"]);
  });

  it("answers 503 while down and keeps all data", async () => {
    await put("kept", "цело");
    await sandbox.control.post("/store", { down: true });
    const impatient = s3Client(sandbox.s3Url, { maxAttempts: 1 });
    const get = impatient.send(new GetObjectCommand({ Bucket, Key: "kept" }));
    expect(await s3Failure(get)).toEqual([503, "ServiceUnavailable"]);
    await sandbox.control.post("/store", { down: false });
    expect(await read("kept")).toBe("цело");
    impatient.destroy();
  });

  it("ignores checksums while lax", async () => {
    const wrong = {
      Bucket,
      Key: "unproved",
      Body: "цело",
      ChecksumSHA256: Buffer.alloc(32).toString("base64"),
    };
    expect(await s3Failure(s3.send(new PutObjectCommand(wrong)))).toEqual([400, "BadDigest"]);
    await sandbox.control.post("/store", { lax: true });
    await s3.send(new PutObjectCommand(wrong));
    expect(await read("unproved")).toBe("цело");
    await sandbox.control.post("/store", { lax: false });
  });

  it("has its objects after a restart", async () => {
    await put("after/restart", "здесь");
    await sandbox.close();
    sandbox = { ...sandbox, ...(await startTestSandbox({ dataDir: sandbox.dataDir })) };
    s3.destroy();
    s3 = s3Client(sandbox.s3Url);
    expect(await read("after/restart")).toBe("здесь");
  });
});
