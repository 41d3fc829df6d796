import type { MessageView } from "../control/message-view.ts";

export type ControlAnswer = { status: number; body: Record<string, unknown> };

/** A client of the control API. */
export class ControlClient {
  readonly #root: string;

  constructor(url: string) {
    this.#root = `${url}/sandbox`;
  }

  async get<T>(path: string): Promise<T> {
    const response = await fetch(`${this.#root}${path}`);
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  async post(path: string, body: unknown): Promise<ControlAnswer> {
    const response = await fetch(`${this.#root}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  async delete(path: string): Promise<number> {
    return (await fetch(`${this.#root}${path}`, { method: "DELETE" })).status;
  }

  /** Sends as a user; returns the ids of the new messages. */
  async say(chatId: number, content: Record<string, unknown>, from = chatId): Promise<number[]> {
    const { status, body } = await this.post(`/chats/${chatId}/messages`, { from, ...content });
    if (status !== 201) throw new Error(`the message was refused: ${String(body["error"])}`);
    return body["messageIds"] as number[];
  }

  async messages(chatId: number): Promise<MessageView[]> {
    return this.get(`/chats/${chatId}/messages`);
  }
}
