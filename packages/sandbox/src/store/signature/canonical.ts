import { createHash, createHmac } from "node:crypto";
import { headerOf, type S3Request } from "../request.ts";

export type Scope = { date: string; region: string; service: string };

export function sha256Hex(data: string | Buffer): string {
  return createHash("sha256").update(data).digest("hex");
}

export function hmac(key: string | Buffer, data: string): Buffer {
  return createHmac("sha256", key).update(data).digest();
}

export function scopeText({ date, region, service }: Scope): string {
  return `${date}/${region}/${service}/aws4_request`;
}

export function signingKey(secretKey: string, { date, region, service }: Scope): Buffer {
  return hmac(hmac(hmac(hmac(`AWS4${secretKey}`, date), region), service), "aws4_request");
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The canonical request of Signature Version 4 in S3's variant: the path is encoded once. */
export function canonicalRequest(
  request: S3Request,
  signedHeaders: readonly string[],
  payload: string,
): string {
  const query = request.pairs
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join("&");
  const headers = signedHeaders.map((name) => {
    const value = (headerOf(request, name) ?? "").trim().replaceAll(/\s+/g, " ");
    return `${name}:${value}\n`;
  });
  const path = request.path.split("/").map(encode).join("/");
  return [request.method, path, query, headers.join(""), signedHeaders.join(";"), payload].join("\n");
}

export function stringToSign(amzDate: string, scope: Scope, canonical: string): string {
  return ["AWS4-HMAC-SHA256", amzDate, scopeText(scope), sha256Hex(canonical)].join("\n");
}
