import { receiveText } from "../body/receive.ts";
import { noContent, xmlResponse, type S3Response } from "../response.ts";
import { S3Error } from "../s3-error.ts";
import { elementsOf, textOf, xmlDocument } from "../xml.ts";
import { bucketOf, type Context } from "./context.ts";

/** DeleteObject: the same answer whether the object was there or not. */
export async function deleteObject(context: Context): Promise<S3Response> {
  await bucketOf(context).delete(context.request.key);
  return noContent;
}

/** DeleteObjects: up to 1000 keys. */
export async function deleteObjects(context: Context): Promise<S3Response> {
  const bucket = bucketOf(context);
  const xml = await receiveText(context.request, context.signed);
  const keys = elementsOf(xml, "Object").map((object) => textOf(object, "Key") ?? "");
  if (keys.length < 1 || keys.length > 1000 || keys.includes("")) {
    throw new S3Error(
      "MalformedXML",
      "The XML you provided was not well-formed or did not validate against our published schema",
    );
  }
  for (const key of keys) await bucket.delete(key);
  const quiet = textOf(xml, "Quiet") === "true";
  return xmlResponse(
    xmlDocument("DeleteResult", quiet ? {} : { Deleted: keys.map((key) => ({ Key: key })) }),
  );
}
