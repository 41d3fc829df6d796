import { noContent, type S3Response } from "../response.ts";
import { bucketOf, type Context } from "./context.ts";

/** DeleteObject: the answer does not depend on whether the object existed. */
export async function deleteObject(context: Context): Promise<S3Response> {
  await bucketOf(context).delete(context.request.key);
  return noContent;
}
