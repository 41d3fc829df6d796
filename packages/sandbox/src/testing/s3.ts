import { S3Client, S3ServiceException, type S3ClientConfig } from "@aws-sdk/client-s3";
import { s3Keys } from "./start.ts";

/** A client of the object store as the product creates it. */
export function s3Client(endpoint: string, overrides: Partial<S3ClientConfig> = {}): S3Client {
  return new S3Client({
    endpoint,
    region: "us-east-1",
    forcePathStyle: true,
    credentials: { accessKeyId: s3Keys.accessKey, secretAccessKey: s3Keys.secretKey },
    ...overrides,
  });
}

/** Status and code of a call that must fail. */
export async function s3Failure(call: Promise<unknown>): Promise<[status: number | undefined, code: string]> {
  try {
    await call;
  } catch (error) {
    if (error instanceof S3ServiceException) return [error.$metadata.httpStatusCode, error.name];
    throw error;
  }
  throw new Error("the call succeeded");
}
