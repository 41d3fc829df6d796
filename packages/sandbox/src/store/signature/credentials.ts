import { headerOf, type S3Request } from "../request.ts";
import { S3Error } from "../s3-error.ts";
import type { Scope } from "./canonical.ts";

export type Credentials = {
  accessKey: string;
  scope: Scope;
  signedHeaders: string[];
  signature: string;
  amzDate: string;
  date: Date;
  payload: string;
  /** Set for a presigned link. */
  expiresSeconds?: number;
};

const algorithm = "AWS4-HMAC-SHA256";
const longestLinkSeconds = 7 * 24 * 3600;

/** Parts of the signature from the Authorization header or a presigned link. */
export function readCredentials(request: S3Request): Credentials {
  const header = headerOf(request, "authorization");
  const inQuery = request.query.has("X-Amz-Signature") || request.query.has("X-Amz-Algorithm");
  if (header !== undefined && inQuery) {
    throw new S3Error("InvalidArgument", "Only one auth mechanism allowed");
  }
  if (header !== undefined) return fromHeader(request, header);
  if (inQuery) return fromQuery(request);
  throw new S3Error("AccessDenied", "Access Denied");
}

function fromHeader(request: S3Request, header: string): Credentials {
  const parts = new Map(
    header
      .slice(algorithm.length)
      .split(",")
      .map((part): [string, string] => {
        const [name = "", ...value] = part.trim().split("=");
        return [name, value.join("=")];
      }),
  );
  const credential = parts.get("Credential");
  const signedHeaders = parts.get("SignedHeaders");
  const signature = parts.get("Signature");
  const amzDate = headerOf(request, "x-amz-date");
  const payload = headerOf(request, "x-amz-content-sha256");
  if (!header.startsWith(`${algorithm} `) || !credential || !signedHeaders || !signature) {
    throw new S3Error("AuthorizationHeaderMalformed", "The authorization header is malformed.");
  }
  if (!amzDate)
    throw new S3Error("AccessDenied", "AWS authentication requires a valid Date or x-amz-date header");
  if (!payload)
    throw new S3Error("InvalidRequest", "Missing required header for this request: x-amz-content-sha256");
  const malformed = () => new S3Error("AuthorizationHeaderMalformed", "The credential is malformed.");
  return {
    ...readCredential(credential, amzDate, malformed),
    signedHeaders: signedHeaders.split(";"),
    signature,
    payload,
  };
}

function fromQuery(request: S3Request): Credentials {
  const malformed = (reason: string) => new S3Error("AuthorizationQueryParametersError", reason);
  const [credential, amzDate, signedHeaders, signature, expires] = [
    "X-Amz-Credential",
    "X-Amz-Date",
    "X-Amz-SignedHeaders",
    "X-Amz-Signature",
    "X-Amz-Expires",
  ].map((name) => request.query.get(name));
  if (!credential || !amzDate || !signedHeaders || !signature || !expires) {
    throw malformed(
      "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.",
    );
  }
  if (request.query.get("X-Amz-Algorithm") !== algorithm)
    throw malformed(`X-Amz-Algorithm only supports "${algorithm}"`);
  if (!/^\d+$/.test(expires) || Number(expires) > longestLinkSeconds) {
    throw malformed(
      "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds",
    );
  }
  return {
    ...readCredential(credential, amzDate, () => malformed("Error parsing the X-Amz-Credential parameter")),
    signedHeaders: signedHeaders.split(";"),
    signature,
    payload:
      headerOf(request, "x-amz-content-sha256") ??
      request.query.get("X-Amz-Content-Sha256") ??
      "UNSIGNED-PAYLOAD",
    expiresSeconds: Number(expires),
  };
}

function readCredential(credential: string, amzDate: string, malformed: () => S3Error) {
  const [accessKey, date, region, service, ending, ...rest] = credential.split("/");
  const stamp = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(amzDate);
  if (!accessKey || !date || !region || service !== "s3" || ending !== "aws4_request" || rest.length > 0) {
    throw malformed();
  }
  if (!stamp || !amzDate.startsWith(date)) throw malformed();
  const [, year, month, day, hour, minute, second] = stamp;
  return {
    accessKey,
    scope: { date, region, service },
    amzDate,
    date: new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`),
  };
}
