import { receiveInto } from "../body/receive.ts";
import { headerOf } from "../request.ts";
import type { S3Response } from "../response.ts";
import { S3Error } from "../s3-error.ts";
import { bucketOf, type Context } from "./context.ts";
import { keptHeaders } from "./object-headers.ts";

/** PutObject. */
export async function putObject(context: Context): Promise<S3Response> {
  const { request, signed, now, lax } = context;
  const bucket = bucketOf(context);
  const chunked = headerOf(request, "transfer-encoding") !== undefined;
  if (headerOf(request, "content-length") === undefined && !chunked) {
    throw new S3Error("MissingContentLength", "You must provide the Content-Length HTTP header.");
  }
  const blob = bucket.newBlob();
  try {
    const { sums, checksum } = await receiveInto(bucket.blobPath(blob), request, signed, { lax });
    if (headerOf(request, "if-none-match") === "*" && bucket.get(request.key)) {
      throw new S3Error(
        "PreconditionFailed",
        "At least one of the pre-conditions you specified did not hold",
      );
    }
    const etag = sums.md5.toString("hex");
    await bucket.put({
      key: request.key,
      size: sums.size,
      etag,
      lastModified: now().toISOString(),
      headers: keptHeaders(request),
      ...(checksum ? { checksum } : {}),
      blob,
    });
    return {
      status: 200,
      headers: { etag: `"${etag}"`, ...(checksum ? { [checksum.name]: checksum.value } : {}) },
    };
  } catch (error) {
    await bucket.discard(blob);
    throw error;
  }
}
