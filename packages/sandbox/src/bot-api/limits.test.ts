import { beforeEach, describe, expect, it } from "vitest";
import { Limits } from "./limits.ts";

const group = -4000001;
let now = 0;
let limits: Limits;

beforeEach(() => {
  now = 0;
  limits = new Limits(true, () => now);
});

function refusal(chatId: number): string | undefined {
  try {
    limits.take(chatId);
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

  it("allows thirty messages per second in total", () => {
    for (let chat = 1; chat <= 30; chat += 1) expect(refusal(chat)).toBeUndefined();
    expect(refusal(31)).toBe("Too Many Requests: retry after 1");
    now = 1001;
    expect(refusal(31)).toBeUndefined();
  });

  it("allows twenty messages in a group's sliding minute, not counting the refused call", () => {
    for (let item = 0; item < 20; item += 1) {
      now += 1000;
      limits.take(group);
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
