import { expect, test, vi } from "vitest";
import type { Services } from "../engine/services.ts";
import { createUpdateWorker } from "./work-update.ts";

const update = {
  update_id: 7,
  message: {
    message_id: 1,
    date: 0,
    chat: { id: 5, type: "private" as const, first_name: "Сергей" },
    from: { id: 5, is_bot: false, first_name: "Сергей" },
    text: "/help",
  },
};

/** A worker whose every statement fails with this code of PostgreSQL. */
function workerAgainst(code: string) {
  const error = Object.assign(new Error("failed"), { code });
  const db = new Proxy(() => undefined, {
    get: (_target, key) => (key === "then" ? undefined : db),
    apply: () => Promise.reject(error),
  });
  const told = { onError: vi.fn(), onDatabaseAway: vi.fn() };
  const worker = createUpdateWorker({
    services: { db, warn: () => undefined } as unknown as Services,
    now: () => new Date(0),
    handle: async () => undefined,
    followChat: async () => undefined,
    ...told,
  });
  return { told, work: (attempts: number) => worker({ update, attempts }, "5", "a") };
}

test.each(["55P03", "57P01"])("%s: the update waits, and nobody is told that it failed", async (code) => {
  const { told, work } = workerAgainst(code);
  for (const attempts of [1, 3, 8]) expect(await work(attempts)).toEqual({ kind: "again", afterMs: 1_000 });
  expect(told.onDatabaseAway).toHaveBeenCalledTimes(3);
  expect(told.onError).not.toHaveBeenCalled();
});

test("any other failure is told", async () => {
  const { told, work } = workerAgainst("57014");
  await work(1);
  expect(told.onError).toHaveBeenCalledOnce();
});
