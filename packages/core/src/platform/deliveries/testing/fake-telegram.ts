import type { BotApi, CallParams } from "@stsphera/telegram";

export type Call = { method: string; params: CallParams };
type Answer = (call: Call) => unknown;

export type FakeTelegram = {
  api: BotApi;
  calls: Call[];
  /** Texts in the order they were sent or edited. */
  texts(): unknown[];
  /** The next replies, one per call; an error is thrown. */
  next(...answers: (Error | Answer)[]): void;
};

/** A fake Telegram for the deliverer: numbers the messages and records the calls. */
export function fakeTelegram(): FakeTelegram {
  const calls: Call[] = [];
  const answers: (Error | Answer)[] = [];
  let lastMessage = 100;

  const api: BotApi = {
    async call<T>(method: string, params: CallParams = {}): Promise<T> {
      const call = { method, params };
      calls.push(call);
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      if (answer !== undefined) return (await answer(call)) as T;
      const result = method.startsWith("send") ? { message_id: (lastMessage += 1) } : true;
      return result as T;
    },
    downloadFile: () => Promise.reject(new Error("no files here")),
  };
  return {
    api,
    calls,
    texts: () => calls.filter((call) => "text" in call.params).map((call) => call.params["text"]),
    next: (...more) => answers.push(...more),
  };
}
