/** Telegram refused the request, which was not applied. */
export class TelegramError extends Error {
  override readonly name = "TelegramError";
  readonly method: string;
  /** `error_code` of the Bot API, e.g. 400, 403, 429. */
  readonly code: number;
  readonly description: string;
  /** Seconds to wait before the next request to this chat (429). */
  readonly retryAfter: number | undefined;
  /** New id of a group that became a supergroup. */
  readonly migrateToChatId: number | undefined;

  constructor(refusal: {
    method: string;
    code: number;
    description: string;
    retryAfter?: number | undefined;
    migrateToChatId?: number | undefined;
  }) {
    super(`${refusal.method}: ${refusal.code} ${refusal.description}`);
    this.method = refusal.method;
    this.code = refusal.code;
    this.description = refusal.description;
    this.retryAfter = refusal.retryAfter;
    this.migrateToChatId = refusal.migrateToChatId;
  }
}

export type UnreachableReason = "network" | "timeout" | "aborted" | "bad_response";

/** No usable answer was received. With `maybeApplied` the request may have been carried out. */
export class TelegramUnreachable extends Error {
  override readonly name = "TelegramUnreachable";
  readonly method: string;
  readonly reason: UnreachableReason;
  readonly maybeApplied: boolean;
  /** HTTP status, if there was a response. */
  readonly status: number | undefined;

  constructor(failure: {
    method: string;
    reason: UnreachableReason;
    maybeApplied: boolean;
    status?: number | undefined;
    detail?: string | undefined;
  }) {
    const detail = failure.detail === undefined ? "" : ` (${failure.detail})`;
    super(`${failure.method}: Telegram unreachable, ${failure.reason}${detail}`);
    this.method = failure.method;
    this.reason = failure.reason;
    this.maybeApplied = failure.maybeApplied;
    this.status = failure.status;
  }
}

/** A file exceeds the caller's limit; nothing of it is kept. */
export class TelegramFileTooLarge extends Error {
  override readonly name = "TelegramFileTooLarge";
  readonly maxBytes: number;

  constructor(maxBytes: number) {
    super(`File exceeds ${maxBytes} bytes`);
    this.maxBytes = maxBytes;
  }
}
