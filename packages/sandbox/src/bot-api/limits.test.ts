import { beforeEach, describe, expect, it } from "vitest";
import { Limits } from "./limits.ts";

const group = -4000001;
let now = 0;
let limits: Limits;

beforeEach(() => {
  now = 0;
  limits = new Limits(true, () => now);
});

function refusal(chatId: number, items = 1): string | undefined {
  try {
    limits.take(chatId, items);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe("limits on sending", () => {
  it("gives a chat a bucket of three, refilled once a second", () => {
    expect([refusal(1), refusal(1), refusal(1)]).toEqual([undefined, undefined, undefined]);
    expect(refusal(1)).toBe("Too Many Requests: retry after 1");
    now = 999;
    expect(refusal(1)).toBe("Too Many Requests: retry after 1");
    now = 1000;
    expect(refusal(1)).toBeUndefined();
    expect(refusal(1)).toBe("Too Many Requests: retry after 1");
  });

  it("lets thirty through in a second overall", () => {
    for (let chat = 1; chat <= 30; chat += 1) expect(refusal(chat)).toBeUndefined();
    expect(refusal(31)).toBe("Too Many Requests: retry after 1");
    now = 1001;
    expect(refusal(31)).toBeUndefined();
  });

  it("counts an album's items towards a group's twenty a minute", () => {
    expect(refusal(group, 10)).toBeUndefined();
    now = 1000;
    expect(refusal(group, 9)).toBeUndefined();
    now = 2000;
    expect(refusal(group, 2)).toBe("Too Many Requests: retry after 58");
    expect(refusal(group, 1)).toBeUndefined();
    now = 60_001;
    expect(refusal(group, 10)).toBeUndefined();
  });

  it("counts an album as one message in a private chat", () => {
    expect([refusal(1, 10), refusal(1, 10), refusal(1, 10)]).toEqual([undefined, undefined, undefined]);
  });

  it("says how long to wait without counting the refused call", () => {
    for (let item = 0; item < 20; item += 1) {
      now += 1000;
      limits.take(group, 1);
    }
    now = 21_000;
    expect(refusal(group)).toBe("Too Many Requests: retry after 40");
    now = 61_001;
    expect(refusal(group)).toBeUndefined();
  });

  it("does nothing when switched off", () => {
    limits.switch(false);
    for (let call = 0; call < 100; call += 1) expect(refusal(1)).toBeUndefined();
  });
});
