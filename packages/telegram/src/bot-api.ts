import {
  TelegramError,
  TelegramFileTooLarge,
  TelegramUnreachable,
  type UnreachableReason,
} from "./errors.ts";
import { bodyOf } from "./upload.ts";

/** The parameters of a call as named by the Bot API; `undefined` ones are omitted. */
export type CallParams = Readonly<Record<string, unknown>>;

export type BotApi = {
  /**
   * Calls a method of the Bot API. Throws TelegramError when Telegram refuses, TelegramUnreachable without a usable
   * answer. A parameter `timeout` (long polling, seconds) is added to the client's own.
   */
  call<T>(method: string, params?: CallParams, signal?: AbortSignal): Promise<T>;
  /** Bytes of a file by the `file_path` of getFile. Throws TelegramFileTooLarge beyond `maxBytes`. */
  downloadFile(filePath: string, maxBytes: number, signal?: AbortSignal): Promise<Uint8Array>;
};

export type BotApiOptions = {
  readonly token: string;
  /** URL of the Bot API without a path, e.g. `https://api.telegram.org`. */
  readonly root: string;
  /** Milliseconds to wait for an answer; default 15 000. */
  readonly timeoutMs?: number;
  readonly fetch?: typeof fetch;
};

type Answer = {
  ok: boolean;
  result?: unknown;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
};

/** Failures before anything was sent: the request cannot have been applied. */
const NOT_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "ERR_INVALID_URL",
]);

/** A client of the Bot API. Its errors contain neither the token nor the URL with it. */
export function createBotApi(options: BotApiOptions): BotApi {
  const { token, timeoutMs = 15_000 } = options;
  const request = options.fetch ?? fetch;
  const root = options.root.replace(/\/+$/, "");
  const redact = (text: string) =>
    token === "" ? text : text.replaceAll(token, "***").replaceAll(token.split(":")[1] || token, "***");

  async function reach<R>(
    method: string,
    url: string,
    init: RequestInit,
    waitMs: number,
    signal: AbortSignal | undefined,
    read: (response: Response) => Promise<R>,
  ): Promise<R> {
    const timeout = AbortSignal.timeout(waitMs);
    const either = signal === undefined ? timeout : AbortSignal.any([timeout, signal]);
    try {
      return await read(await request(url, { ...init, signal: either, redirect: "manual" }));
    } catch (error) {
      if (error instanceof TelegramError || error instanceof TelegramUnreachable) throw error;
      if (error instanceof TelegramFileTooLarge) throw error;
      const code = codeOf(error);
      const reason: UnreachableReason = signal?.aborted ? "aborted" : timeout.aborted ? "timeout" : "network";
      const maybeApplied = !NOT_SENT.has(code);
      throw new TelegramUnreachable({ method, reason, maybeApplied, detail: redact(code) });
    }
  }

  return {
    async call<T>(method: string, params: CallParams = {}, signal?: AbortSignal): Promise<T> {
      const longPoll = typeof params.timeout === "number" ? params.timeout * 1000 : 0;
      const url = `${root}/bot${token}/${method}`;
      return reach(
        method,
        url,
        { method: "POST", ...bodyOf(params) },
        timeoutMs + longPoll,
        signal,
        async (response) => {
          const answer = parseAnswer(await response.text());
          const failure = { method, status: response.status };
          if (answer === undefined || (!answer.ok && (answer.error_code ?? response.status) >= 500)) {
            const detail = `HTTP ${response.status}`;
            throw new TelegramUnreachable({ ...failure, reason: "bad_response", maybeApplied: true, detail });
          }
          if (!answer.ok) throw refusalOf(method, response.status, answer, redact);
          return answer.result as T;
        },
      );
    },

    async downloadFile(filePath: string, maxBytes: number, signal?: AbortSignal): Promise<Uint8Array> {
      const path = filePath.split("/").map(encodeURIComponent).join("/");
      const url = `${root}/file/bot${token}/${path}`;
      return reach("downloadFile", url, {}, timeoutMs * 4, signal, async (response) => {
        if (response.ok) return readAtMost(response, maxBytes);
        const answer = parseAnswer(await response.text());
        if (response.status < 500 && answer !== undefined && !answer.ok) {
          throw refusalOf("downloadFile", response.status, answer, redact);
        }
        const failure = {
          method: "downloadFile",
          status: response.status,
          detail: `HTTP ${response.status}`,
        };
        throw new TelegramUnreachable({ ...failure, reason: "bad_response", maybeApplied: false });
      });
    },
  };
}

function parseAnswer(text: string): Answer | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    return isAnswer(answer) ? answer : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isAnswer(value: unknown): value is Answer {
  if (typeof value !== "object" || value === null || !("ok" in value)) return false;
  return value.ok === true ? "result" in value : value.ok === false;
}

function refusalOf(
  method: string,
  status: number,
  answer: Answer,
  redact: (text: string) => string,
): TelegramError {
  return new TelegramError({
    method,
    code: answer.error_code ?? status,
    description: redact(answer.description ?? "no description"),
    retryAfter: answer.parameters?.retry_after,
    migrateToChatId: answer.parameters?.migrate_to_chat_id,
  });
}

async function readAtMost(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new TelegramFileTooLarge(maxBytes);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function codeOf(error: unknown): string {
  for (let current = error; current instanceof Error; current = current.cause) {
    if ("code" in current && typeof current.code === "string") return current.code;
  }
  return error instanceof Error ? error.name : "unknown";
}
