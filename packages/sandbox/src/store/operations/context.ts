import type { Buckets } from "../buckets.ts";
import type { Bucket } from "../bucket.ts";
import type { S3Request } from "../request.ts";
import { S3Error } from "../s3-error.ts";
import type { Signed } from "../signature/verify.ts";

/** What an operation needs. */
export type Context = {
  request: S3Request;
  signed: Signed;
  buckets: Buckets;
  now: () => Date;
  /** Checksums of uploads are not compared. */
  lax: boolean;
};

const longestKey = 1024;

export function bucketOf({ request, buckets }: Context): Bucket {
  const bucket = buckets.get(request.bucket);
  if (!bucket) {
    throw new S3Error("NoSuchBucket", "The specified bucket does not exist", { BucketName: request.bucket });
  }
  if (Buffer.byteLength(request.key) > longestKey)
    throw new S3Error("KeyTooLongError", "Your key is too long");
  return bucket;
}
