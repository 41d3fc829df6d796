/** Telegram answered and refused: the request was understood and not applied. */
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

/** No usable answer came. With `maybeApplied` the request may have been carried out all the same. */
export class TelegramUnreachable extends Error {
  override readonly name = "TelegramUnreachable";
  readonly method: string;
  readonly reason: UnreachableReason;
  readonly maybeApplied: boolean;
  /** HTTP status, if an answer came at all. */
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

/** A file is larger than the caller allows; nothing beyond the limit was kept. */
export class TelegramFileTooLarge extends Error {
  override readonly name = "TelegramFileTooLarge";
  readonly maxBytes: number;

  constructor(maxBytes: number) {
    super(`File exceeds ${maxBytes} bytes`);
    this.maxBytes = maxBytes;
  }
}
