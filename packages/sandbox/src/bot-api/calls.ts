/** One received call of the Bot API. */
export type CallRecord = {
  id: number;
  /** Time of the call: `at` by the development clock, `receivedAt` by the real one. */
  at: string;
  receivedAt: string;
  method: string;
  parameters: Readonly<Record<string, unknown>>;
  status: number | null;
  /** Body of the answer; null when the caller got none. */
  answer: unknown;
  durationMs: number;
  fault?: string;
};

const kept = 20_000;

/** The latest calls, in memory. */
export class Calls {
  #records: CallRecord[] = [];
  #lastId = 0;

  add(record: Omit<CallRecord, "id">): void {
    this.#lastId += 1;
    this.#records.push({ id: this.#lastId, ...record });
    if (this.#records.length > kept) this.#records = this.#records.slice(-kept / 2);
  }

  /** `since` is an instant of the development clock or the id of a call. */
  list({ method, since }: { method?: string | undefined; since?: Date | number | undefined }): CallRecord[] {
    return this.#records.filter((record) => {
      if (method !== undefined && record.method.toLowerCase() !== method.toLowerCase()) return false;
      if (typeof since === "number") return record.id > since;
      return since === undefined || Date.parse(record.at) >= since.getTime();
    });
  }
}
