import { createBucket, headBucket } from "./operations/buckets.ts";
import type { Context } from "./operations/context.ts";
import { copyObject } from "./operations/copy-object.ts";
import { deleteObject } from "./operations/delete-object.ts";
import { getObject } from "./operations/get-object.ts";
import { listObjects } from "./operations/list-objects.ts";
import { abortUpload, completeUpload, createUpload, listParts, uploadPart } from "./operations/multipart.ts";
import { putObject } from "./operations/put-object.ts";
import type { S3Request } from "./request.ts";
import type { S3Response } from "./response.ts";
import { S3Error, notImplemented } from "./s3-error.ts";

type Operation = (context: Context) => Promise<S3Response>;

const subresources = [
  "acl",
  "cors",
  "encryption",
  "lifecycle",
  "location",
  "logging",
  "notification",
  "policy",
  "retention",
  "tagging",
  "versioning",
  "versions",
  "website",
];

/** The operation that a request asks for. */
export function operationOf({ method, bucket, key, query, headers }: S3Request): Operation {
  const unknown = subresources.find((name) => query.has(name));
  if (unknown !== undefined) throw notImplemented(unknown);
  const operation = key === "" ? bucketOperation(method) : objectOperation();
  if (bucket === "" || !operation)
    throw new S3Error("MethodNotAllowed", "The specified method is not allowed against this resource.");
  return operation;

  function objectOperation(): Operation | undefined {
    const inUpload = query.has("uploadId");
    if (method === "PUT" && inUpload) return uploadPart;
    if (method === "PUT") return headers["x-amz-copy-source"] === undefined ? putObject : copyObject;
    if (method === "GET" && inUpload) return listParts;
    if (method === "GET" || method === "HEAD") return getObject;
    if (method === "DELETE") return inUpload ? abortUpload : deleteObject;
    if (method === "POST" && query.has("uploads")) return createUpload;
    return method === "POST" && inUpload ? completeUpload : undefined;
  }
}

function bucketOperation(method: string): Operation | undefined {
  return { GET: listObjects, HEAD: headBucket, PUT: createBucket }[method];
}
