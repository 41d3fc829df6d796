import { attachmentNamed } from "./content-disposition.ts";
import { ObjectNotFound } from "./errors.ts";
import { encodeStrictly, presignUrl } from "./presign-url.ts";

export type StorageOptions = {
  /** URL used by servers. */
  readonly endpoint: string;
  /** URL used by browsers; links are signed for it. */
  readonly publicEndpoint: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** Default `us-east-1`: self-hosted stores ignore it. */
  readonly region?: string;
};

type UploadRules = {
  readonly contentType: string;
  /** Exact size in bytes; the store refuses any other. */
  readonly size: number;
  /** Hexadecimal digest for the store to verify. */
  readonly sha256?: string;
  readonly expiresSeconds: number;
};

type DownloadRules = {
  readonly expiresSeconds: number;
  /** If given, the browser downloads the file under this name instead of showing it. */
  readonly fileName?: string;
};

export type Storage = {
  /** Creates the bucket if it does not exist. */
  ensureBucket(): Promise<void>;
  /** An upload link, and the headers that must be sent with it. Pure: no network. */
  presignPut(
    key: string,
    rules: UploadRules,
  ): { readonly url: string; readonly headers: Record<string, string> };
  /** A download link. Pure: no network. */
  presignGet(key: string, rules: DownloadRules): string;
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Throws ObjectNotFound. */
  get(key: string): Promise<Uint8Array>;
  /** Size and type, or null when the object does not exist. */
  head(key: string): Promise<{ readonly size: number; readonly contentType: string | undefined } | null>;
  /** Deleting a missing object is not an error. */
  delete(key: string): Promise<void>;
  /** All objects whose keys begin with a prefix, in pages. */
  list(prefix: string): AsyncIterable<{ readonly key: string; readonly lastModified: Date }>;
  /** Whether the bucket exists; throws when the store does not answer. */
  hasBucket(): Promise<boolean>;
};

/**
 * The S3 file store. The SDK is loaded at the first request, because processes that only sign links do not need it.
 */
export function createStorage(options: StorageOptions): Storage {
  const { bucket, accessKey, secretKey, region = "us-east-1" } = options;
  const sign = { region, accessKey, secretKey };
  const publicRoot = options.publicEndpoint.replace(/\/+$/, "");
  const addressOf = (key: string) =>
    new URL(`${publicRoot}/${bucket}/${key.split("/").map(encodeStrictly).join("/")}`);
  let connection: ReturnType<typeof connect> | undefined;
  const connected = () => (connection ??= connect(options));

  return {
    async ensureBucket() {
      if (await this.hasBucket()) return;
      const { sdk, client } = await connected();
      try {
        await client.send(new sdk.CreateBucketCommand({ Bucket: bucket }));
      } catch (error) {
        // Another process was quicker.
        if (statusOf(error) !== 409) throw error;
      }
    },

    presignPut(key, { contentType, size, sha256, expiresSeconds }) {
      const checksum: Record<string, string> =
        sha256 === undefined
          ? {}
          : { "x-amz-checksum-sha256": Buffer.from(sha256, "hex").toString("base64") };
      const headers = { "content-type": contentType, ...checksum };
      const signed = { ...headers, "content-length": String(size) };
      const now = new Date();
      const url = presignUrl({
        ...sign,
        method: "PUT",
        url: addressOf(key),
        headers: signed,
        expiresSeconds,
        now,
      });
      return { url, headers };
    },

    presignGet(key, { expiresSeconds, fileName }) {
      const query: Record<string, string> =
        fileName === undefined ? {} : { "response-content-disposition": attachmentNamed(fileName) };
      return presignUrl({
        ...sign,
        method: "GET",
        url: addressOf(key),
        query,
        expiresSeconds,
        now: new Date(),
      });
    },

    async put(key, bytes, contentType) {
      const { sdk, client } = await connected();
      const object = { Bucket: bucket, Key: key, Body: bytes, ContentType: contentType };
      await client.send(new sdk.PutObjectCommand({ ...object, ContentLength: bytes.byteLength }));
    },

    async get(key) {
      const { sdk, client } = await connected();
      try {
        const answer = await client.send(new sdk.GetObjectCommand({ Bucket: bucket, Key: key }));
        return (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
      } catch (error) {
        if (statusOf(error) === 404) throw new ObjectNotFound(key);
        throw error;
      }
    },

    async head(key) {
      const { sdk, client } = await connected();
      try {
        const answer = await client.send(new sdk.HeadObjectCommand({ Bucket: bucket, Key: key }));
        return { size: answer.ContentLength ?? 0, contentType: answer.ContentType };
      } catch (error) {
        if (statusOf(error) === 404) return null;
        throw error;
      }
    },

    async delete(key) {
      const { sdk, client } = await connected();
      await client.send(new sdk.DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },

    async *list(prefix) {
      const { sdk, client } = await connected();
      for (let token: string | undefined; ;) {
        const page = await client.send(
          new sdk.ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: token }),
        );
        for (const { Key: key, LastModified: lastModified } of page.Contents ?? []) {
          if (key !== undefined && lastModified !== undefined) yield { key, lastModified };
        }
        token = page.NextContinuationToken;
        if (token === undefined) return;
      }
    },

    async hasBucket() {
      const { sdk, client } = await connected();
      try {
        await client.send(new sdk.HeadBucketCommand({ Bucket: bucket }));
        return true;
      } catch (error) {
        if (statusOf(error) === 404) return false;
        throw error;
      }
    },
  };
}

async function connect(options: StorageOptions) {
  const sdk = await import("@aws-sdk/client-s3");
  const client = new sdk.S3Client({
    endpoint: options.endpoint,
    region: options.region ?? "us-east-1",
    credentials: { accessKeyId: options.accessKey, secretAccessKey: options.secretKey },
    forcePathStyle: true,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: { connectionTimeout: 3000, requestTimeout: 30_000 },
  });
  return { sdk, client };
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== "object" || error === null || !("$metadata" in error)) return undefined;
  const metadata = error.$metadata as { httpStatusCode?: number } | undefined;
  return metadata?.httpStatusCode;
}
