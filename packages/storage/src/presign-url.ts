import { createHash, createHmac } from "node:crypto";

export type PresignRequest = {
  readonly method: "GET" | "PUT";
  /** URL of the object without a query. */
  readonly url: URL;
  /** Headers, in lower case, that the request must carry with exactly these values; `host` is always signed. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** 1 second to 7 days. */
  readonly expiresSeconds: number;
  readonly now: Date;
};

const WEEK = 604_800;
const ALGORITHM = "AWS4-HMAC-SHA256";
const signingKeys = new Map<string, Buffer>();

/**
 * A link signed by AWS Signature Version 4 in the query, computed without the network. Source: Amazon S3 API
 * reference, "Authenticating Requests: Using Query Parameters".
 */
export function presignUrl(request: PresignRequest): string {
  const { url, region, accessKey, secretKey, expiresSeconds } = request;
  if (!Number.isInteger(expiresSeconds) || expiresSeconds < 1 || expiresSeconds > WEEK) {
    throw new RangeError(`A link cannot live ${expiresSeconds} seconds`);
  }
  const stamp = request.now.toISOString().replace(/[-:]|\.\d{3}/g, "");
  const day = stamp.slice(0, 8);
  const scope = `${day}/${region}/s3/aws4_request`;
  const headers: Record<string, string> = { ...request.headers, host: url.host };
  const names = Object.keys(headers).toSorted();
  const query = {
    ...request.query,
    "X-Amz-Algorithm": ALGORITHM,
    "X-Amz-Credential": `${accessKey}/${scope}`,
    "X-Amz-Date": stamp,
    "X-Amz-Expires": String(expiresSeconds),
    "X-Amz-SignedHeaders": names.join(";"),
  };
  const search = Object.entries(query)
    .map(([name, value]) => `${encodeStrictly(name)}=${encodeStrictly(value)}`)
    .toSorted()
    .join("&");
  const canonical = [
    request.method,
    url.pathname,
    search,
    ...names.map((name) => `${name}:${(headers[name] ?? "").trim()}`),
    "",
    names.join(";"),
    "UNSIGNED-PAYLOAD",
  ].join("\n");
  const hash = createHash("sha256").update(canonical).digest("hex");
  const signature = createHmac("sha256", signingKey(secretKey, day, region))
    .update([ALGORITHM, stamp, scope, hash].join("\n"))
    .digest("hex");
  return `${url.origin}${url.pathname}?${search}&X-Amz-Signature=${signature}`;
}

/** Percent-encodes everything but the unreserved characters of RFC 3986, as the signature requires. */
export function encodeStrictly(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The signing key of a day is cached: a page with a hundred photos then costs one HMAC per link. */
function signingKey(secretKey: string, day: string, region: string): Buffer {
  const id = `${day}/${region}/${createHash("sha256").update(secretKey).digest("base64")}`;
  const known = signingKeys.get(id);
  if (known !== undefined) return known;
  const key = [day, region, "s3", "aws4_request"].reduce<Buffer>(
    (above, part) => createHmac("sha256", above).update(part).digest(),
    Buffer.from(`AWS4${secretKey}`),
  );
  if (signingKeys.size > 8) signingKeys.clear();
  signingKeys.set(id, key);
  return key;
}
