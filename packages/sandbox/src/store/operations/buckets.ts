import type { S3Response } from "../response.ts";
import { S3Error } from "../s3-error.ts";
import { bucketOf, type Context } from "./context.ts";

export async function headBucket(context: Context): Promise<S3Response> {
  bucketOf(context);
  return { status: 200 };
}

export async function createBucket({ request, buckets }: Context): Promise<S3Response> {
  if (buckets.get(request.bucket)) {
    throw new S3Error(
      "BucketAlreadyOwnedByYou",
      "Your previous request to create the named bucket succeeded and you already own it.",
      {
        BucketName: request.bucket,
      },
    );
  }
  buckets.ensure(request.bucket);
  return { status: 200, headers: { location: `/${request.bucket}` } };
}
