import { timingSafeEqual } from "node:crypto";
import { headerOf, type S3Request } from "../request.ts";
import { S3Error } from "../s3-error.ts";
import { canonicalRequest, hmac, signingKey, stringToSign, type Scope } from "./canonical.ts";
import { readCredentials, type Credentials } from "./credentials.ts";

export type Keys = { accessKey: string; secretKey: string };

/** What the body reader needs to check chunk signatures. */
export type Signed = { payload: string; amzDate: string; scope: Scope; key: Buffer; signature: string };

const skewMs = 15 * 60 * 1000;

/** Checks a request's signature, in header or link, against a key pair; throws S3's errors. */
export function verifySignature(request: S3Request, keys: Keys, clocks: readonly Date[]): Signed {
  const credentials = readCredentials(request);
  if (credentials.accessKey !== keys.accessKey) {
    throw new S3Error(
      "InvalidAccessKeyId",
      "The AWS Access Key Id you provided does not exist in our records.",
      {
        AWSAccessKeyId: credentials.accessKey,
      },
    );
  }
  checkTime(credentials, clocks);
  checkSignedHeaders(request, credentials);
  const { amzDate, scope, signedHeaders, signature, payload } = credentials;
  const canonical = canonicalRequest(request, signedHeaders, payload);
  const text = stringToSign(amzDate, scope, canonical);
  const key = signingKey(keys.secretKey, scope);
  const expected = hmac(key, text);
  const given = Buffer.from(signature, "hex");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new S3Error(
      "SignatureDoesNotMatch",
      "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
      { StringToSign: text, CanonicalRequest: canonical, SignatureProvided: signature },
    );
  }
  return { payload, amzDate, scope, key, signature };
}

/** Requests may be dated by the real clock or by the development clock. */
function checkTime({ date, expiresSeconds }: Credentials, clocks: readonly Date[]): void {
  if (expiresSeconds === undefined) {
    if (clocks.some((now) => Math.abs(now.getTime() - date.getTime()) <= skewMs)) return;
    throw new S3Error(
      "RequestTimeTooSkewed",
      "The difference between the request time and the current time is too large.",
      { RequestTime: date.toISOString(), ServerTime: serverTime(clocks) },
    );
  }
  const ends = new Date(date.getTime() + expiresSeconds * 1000);
  const begun = clocks.filter((now) => now.getTime() >= date.getTime() - skewMs);
  if (begun.length === 0) throw new S3Error("AccessDenied", "Request is not yet valid");
  if (begun.every((now) => now > ends)) {
    throw new S3Error("AccessDenied", "Request has expired", {
      "X-Amz-Expires": String(expiresSeconds),
      Expires: ends.toISOString(),
      ServerTime: serverTime(clocks),
    });
  }
}

function serverTime([now = new Date()]: readonly Date[]): string {
  return now.toISOString();
}

function checkSignedHeaders(request: S3Request, { signedHeaders, expiresSeconds }: Credentials): void {
  const present = Object.keys(request.headers).filter((name) => name.startsWith("x-amz-"));
  const required = expiresSeconds === undefined ? ["host", ...present] : ["host"];
  const missing = required.filter((name) => !signedHeaders.includes(name));
  if (missing.length > 0) {
    throw new S3Error("AccessDenied", "There were headers present in the request which were not signed", {
      HeadersNotSigned: missing.join(", "),
    });
  }
  if (headerOf(request, "host") === undefined) throw new S3Error("InvalidRequest", "Missing host");
}
