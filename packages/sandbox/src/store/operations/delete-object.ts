import { noContent, type S3Response } from "../response.ts";
import { bucketOf, type Context } from "./context.ts";

/** DeleteObject: the same answer whether the object was there or not. */
export async function deleteObject(context: Context): Promise<S3Response> {
  await bucketOf(context).delete(context.request.key);
  return noContent;
}
