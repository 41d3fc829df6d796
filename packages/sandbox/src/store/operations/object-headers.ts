import { amzValue, headerOf, type S3Request } from "../request.ts";

const kept = ["content-type", "cache-control", "content-disposition", "content-language", "expires"];

/** Headers stored with an object: content headers and user metadata. */
export function keptHeaders(request: S3Request): Record<string, string> {
  const headers: Record<string, string> = { "content-type": "binary/octet-stream" };
  for (const name of kept) {
    const value = headerOf(request, name);
    if (value !== undefined) headers[name] = value;
  }
  const encoding = (headerOf(request, "content-encoding") ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "" && part !== "aws-chunked");
  if (encoding.length > 0) headers["content-encoding"] = encoding.join(",");
  const names = [...Object.keys(request.headers), ...request.pairs.map(([name]) => name.toLowerCase())];
  for (const name of names.filter((candidate) => candidate.startsWith("x-amz-meta-"))) {
    const value = amzValue(request, name);
    if (value !== undefined) headers[name] = value;
  }
  return headers;
}
