import type { BotApiError } from "./errors.ts";

export type Answer = { status: number; body: Record<string, unknown> };

export function success(result: unknown): Answer {
  return { status: 200, body: { ok: true, result } };
}

export function failure(error: BotApiError): Answer {
  return {
    status: error.code,
    body: {
      ok: false,
      error_code: error.code,
      description: error.message,
      ...(error.parameters ? { parameters: error.parameters } : {}),
    },
  };
}
