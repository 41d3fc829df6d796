import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  ListPartsCommand,
  UploadPartCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { s3Client, s3Failure } from "../../testing/s3.ts";
import { s3Keys, startTestSandbox, type TestSandbox } from "../../testing/start.ts";

const Bucket = s3Keys.bucket;
const Key = "проект/модель.dwg";
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

async function begin(): Promise<string> {
  const { UploadId } = await s3.send(
    new CreateMultipartUploadCommand({ Bucket, Key, ContentType: "image/vnd.dwg" }),
  );
  return UploadId ?? "";
}

async function part(UploadId: string, PartNumber: number, Body: Buffer) {
  const { ETag } = await s3.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }));
  return { PartNumber, ETag };
}

const complete = (UploadId: string, Parts: { PartNumber: number; ETag: string | undefined }[]) =>
  s3.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }));

describe("an upload in parts", () => {
  it("joins the parts in order", async () => {
    const UploadId = await begin();
    const second = await part(UploadId, 2, Buffer.from("конец"));
    const first = await part(UploadId, 1, Buffer.alloc(5 * 1024 * 1024, 1));
    const listed = await s3.send(new ListPartsCommand({ Bucket, Key, UploadId }));
    expect(listed.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
      [1, 5 * 1024 * 1024],
      [2, 10],
    ]);
    const { ETag } = await complete(UploadId, [first, second]);
    expect(ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
    const got = await s3.send(new GetObjectCommand({ Bucket, Key, Range: `bytes=${5 * 1024 * 1024 - 1}-` }));
    expect(got.ContentType).toBe("image/vnd.dwg");
    expect(await got.Body?.transformToString()).toBe("\u0001конец");
  });

  it("refuses parts out of order, unknown, or too small", async () => {
    const UploadId = await begin();
    const first = await part(UploadId, 1, Buffer.from("мал"));
    const second = await part(UploadId, 2, Buffer.from("мал"));
    expect(await s3Failure(complete(UploadId, [second, first]))).toEqual([400, "InvalidPartOrder"]);
    expect(await s3Failure(complete(UploadId, [first, second]))).toEqual([400, "EntityTooSmall"]);
    const unknown = { PartNumber: 3, ETag: first.ETag };
    expect(await s3Failure(complete(UploadId, [unknown]))).toEqual([400, "InvalidPart"]);
  });

  it("is gone after an abort", async () => {
    const UploadId = await begin();
    const first = await part(UploadId, 1, Buffer.from("x"));
    await s3.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
    expect(await s3Failure(complete(UploadId, [first]))).toEqual([404, "NoSuchUpload"]);
  });
});
