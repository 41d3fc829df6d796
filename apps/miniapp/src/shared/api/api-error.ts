import type { ErrorBody } from "@stsphera/contracts";

type Details = ErrorBody["error"];

/** The server answered, and it was a refusal. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly details: Details;
  readonly retryAfter: number;

  constructor(status: number, details: Details, retryAfter = 0) {
    super(details.message);
    this.status = status;
    this.details = details;
    this.retryAfter = retryAfter;
  }

  get code(): Details["code"] {
    return this.details.code;
  }

  get requestId(): string {
    return this.details.requestId;
  }
}

/** A refusal without an answer's number, whose sentence is for the reader all the same. */
export class WordedRefusal extends ApiError {
  constructor(status: number, details: Omit<Details, "requestId">) {
    super(status, { ...details, requestId: "" } as Details);
  }
}

/** No answer came: no network, or nothing listens. What was sent may have arrived, so it goes again with its own key. */
export class NetworkError extends Error {
  override readonly name = "NetworkError";
}

/** Makes the error of a refused answer, also when something between us and the server spoke instead of it. */
export function apiErrorFrom(status: number, body: unknown, retryAfter: string | null): ApiError {
  const details = (body as Partial<ErrorBody> | null)?.error;
  const seconds = Number(retryAfter ?? "0");
  const wait = Number.isFinite(seconds) ? seconds : 0;
  if (details?.code !== undefined) return new ApiError(status, details, wait);
  const code = status === 503 || status === 502 || status === 504 ? "unavailable" : "internal";
  return new ApiError(status, { code, message: `HTTP ${status}`, requestId: "" }, wait);
}
