export type ErrorParameters = { retry_after?: number; migrate_to_chat_id?: number };

/** An error answer of the Bot API. */
export class BotApiError extends Error {
  readonly code: number;
  readonly parameters: ErrorParameters | undefined;

  constructor(code: number, description: string, parameters?: ErrorParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

export function badRequest(reason: string): BotApiError {
  return new BotApiError(400, `Bad Request: ${reason}`);
}

/** A stricter error than Telegram's, where Telegram would ignore a mistake or guess. */
export function strict(reason: string): BotApiError {
  return badRequest(`strict: ${reason}`);
}

export function forbidden(reason: string): BotApiError {
  return new BotApiError(403, `Forbidden: ${reason}`);
}

export function conflict(reason: string): BotApiError {
  return new BotApiError(409, `Conflict: ${reason}`);
}

export function tooManyRequests(retryAfter: number): BotApiError {
  return new BotApiError(429, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter });
}

export function entityError(reason: string): BotApiError {
  return badRequest(`can't parse entities: ${reason}`);
}
