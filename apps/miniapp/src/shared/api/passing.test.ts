import { expect, test } from "vitest";
import { ApiError, NetworkError } from "./api-error.ts";
import { isAway, isKept, isPassing } from "./passing.ts";

const refusal = (status: number, code: "unavailable" | "in_progress" | "validation_failed" = "unavailable") =>
  new ApiError(status, { code, message: "", requestId: "" });

test("silence and a server that is away look the same to a person who waits", () => {
  for (const error of [new NetworkError("No answer"), refusal(502), refusal(503), refusal(504)]) {
    expect([isAway(error), isPassing(error), isKept(error)]).toEqual([true, true, true]);
  }
});

test("a busy server passes, and yet it answers", () => {
  for (const error of [refusal(429), refusal(409, "in_progress")]) {
    expect([isAway(error), isPassing(error), isKept(error)]).toEqual([false, true, true]);
  }
});

test("a session that is over keeps what was entered, a refusal does not", () => {
  expect([isPassing(refusal(401)), isKept(refusal(401))]).toEqual([false, true]);
  expect([isPassing(refusal(422)), isKept(refusal(422, "validation_failed"))]).toEqual([false, false]);
  expect(isKept(new TypeError("a fault of ours"))).toBe(false);
});
