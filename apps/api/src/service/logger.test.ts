import { expect, test } from "vitest";
import { createLogger } from "./logger.ts";

const SECRET = "kW7xQ2vN9pLr4tYb8mCd3fGh6jZs1aUe";
const BOT_TOKEN = "6123456789:AAHk3n0qPz7xWv5sLr2tYb9mCd4fGh6jK1o";

function logged(error: unknown): string {
  const lines: string[] = [];
  const log = createLogger({
    level: "info",
    secrets: [SECRET],
    destination: { write: (line) => lines.push(line) },
  });
  log.error({ err: error }, "request failed");
  return lines.join("");
}

test("strikes secrets, bot tokens and access tokens out of error messages", () => {
  const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMiJ9.c2lnbmF0dXJl";
  const line = logged(new Error(`GET /bot${BOT_TOKEN}/getMe with ${jwt} and ${SECRET} failed`));
  expect(line).toContain("[secret]");
  for (const text of [SECRET, BOT_TOKEN, jwt]) expect(line).not.toContain(text);
});

test("says which statement failed by its place, never with what it was given", () => {
  const cause = Object.assign(new Error("value too long"), { code: "22001" });
  const error = Object.assign(new Error("Failed query: insert … params: +79991234567", { cause }), {
    query: "insert …",
    params: ["+79991234567"],
  });
  const line = logged(error);
  expect(line).not.toContain("79991234567");
  expect(JSON.parse(line).err).toMatchObject({ message: "a statement failed", cause: { code: "22001" } });
});

test("takes what is thrown but is no error", () => {
  expect(JSON.parse(logged("out of luck")).err).toMatchObject({ type: "string", message: "out of luck" });
});
