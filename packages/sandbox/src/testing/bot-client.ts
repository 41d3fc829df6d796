export type BotAnswer = {
  status: number;
  ok: boolean;
  result: unknown;
  error_code?: number;
  description?: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
};

export type WireUpdate = {
  update_id: number;
  message?: Record<string, unknown> & { message_id: number; text?: string; chat: { id: number } };
  callback_query?: {
    id: string;
    data: string;
    from: { id: number };
    message: { message_id: number; date: number };
  };
  my_chat_member?: { new_chat_member: { status: string } };
};

/** A minimal client of the Bot API that sends exactly the given parameters. */
export class BotClient {
  readonly #root: string;

  constructor(url: string, token: string) {
    this.#root = `${url}/bot${token}`;
  }

  async call(
    method: string,
    parameters: Record<string, unknown> = {},
    signal?: AbortSignal,
  ): Promise<BotAnswer> {
    return this.send(method, JSON.stringify(parameters), { "content-type": "application/json" }, signal);
  }

  async form(method: string, form: FormData | URLSearchParams): Promise<BotAnswer> {
    return this.send(method, form);
  }

  async send(
    method: string,
    body: string | FormData | URLSearchParams,
    headers: Record<string, string> = {},
    signal?: AbortSignal,
  ): Promise<BotAnswer> {
    const init = { method: "POST", body, headers, ...(signal ? { signal } : {}) };
    const response = await fetch(`${this.#root}/${method}`, init);
    return { status: response.status, ...((await response.json()) as Omit<BotAnswer, "status">) };
  }

  /** The result of a call that must succeed. */
  async result<T>(method: string, parameters: Record<string, unknown> = {}): Promise<T> {
    const answer = await this.call(method, parameters);
    if (!answer.ok) throw new Error(`${method}: ${answer.description}`);
    return answer.result as T;
  }

  async updates(offset = 0, timeout = 0): Promise<WireUpdate[]> {
    return this.result<WireUpdate[]>("getUpdates", { offset, timeout });
  }

  /** All waiting updates, confirmed. */
  async drain(): Promise<WireUpdate[]> {
    const updates = await this.updates();
    const last = updates.at(-1);
    if (last) await this.updates(last.update_id + 1);
    return updates;
  }
}
