import { expect, test } from "vitest";
import { createLogger, type Logger } from "./logger.ts";
import { secretsInUrl } from "./strike.ts";

const SECRET = "kW7xQ2vN9pLr4tYb8mCd3fGh6jZs1aUe";
const ESCAPED = 'pass"word\\with signs';
const BOT_TOKEN = "6123456789:AAHk3n0qPz7xWv5sLr2tYb9mCd4fGh6jK1o";
const JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMiJ9.c2lnbmF0dXJl";

function logged(write: (log: Logger) => void): string {
  const lines: string[] = [];
  const destination = { write: (line: string) => lines.push(line) };
  write(createLogger({ service: "trial", level: "info", secrets: [SECRET, ESCAPED], destination }));
  expect(lines).toHaveLength(1);
  return lines.join("");
}

test.each([
  ["the message of an error", (log: Logger, text: string) => log.error({ err: new Error(text) }, "failed")],
  [
    "the cause of an error",
    (log: Logger, text: string) =>
      log.error({ err: new Error("lost", { cause: new Error(text) }) }, "failed"),
  ],
  ["an error alone", (log: Logger, text: string) => log.error(new Error(text))],
  ["a field", (log: Logger, text: string) => log.warn({ url: `/bot${text}/getMe` }, "failed")],
  ["the words", (log: Logger, text: string) => log.warn(`no answer of ${text}`)],
])("regression 18: no secret appears in a log: %s", (_where, write) => {
  for (const secret of [SECRET, BOT_TOKEN, BOT_TOKEN.replace(":", "%3A"), JWT, ESCAPED]) {
    const line = logged((log) => write(log, secret));
    expect(line).toContain("[secret]");
    expect(line).not.toContain(secret);
    expect(JSON.stringify(JSON.parse(line))).not.toContain(JSON.stringify(secret).slice(1, -1));
  }
});

const failed = () =>
  Object.assign(
    new Error("Failed query: insert … params: +79991234567\n    at +79991234567", {
      cause: Object.assign(new Error("value too long"), { code: "22001" }),
    }),
    { query: "insert …", params: ["+79991234567"] },
  );

test("identifies a failed statement by its position, never by its parameters", () => {
  const line = logged((log) => log.error({ err: failed() }, "request failed"));
  expect(line).not.toContain("79991234567");
  expect(JSON.parse(line)).toMatchObject({
    service: "trial",
    msg: "request failed",
    err: { message: "a statement failed", cause: { code: "22001" } },
  });
});

test("a line without a message does not take that of the error", () => {
  for (const write of [
    (log: Logger) => log.error({ err: failed() }),
    (log: Logger) => log.error(failed()),
    (log: Logger) => log.error({ err: failed() }, undefined),
  ]) {
    const line = logged(write);
    expect(line).not.toContain("79991234567");
    expect(JSON.parse(line).msg).toBe("failed");
  }
});

test("accepts thrown values that are not errors", () => {
  const line = logged((log) => log.error({ err: "out of luck" }, "failed"));
  expect(JSON.parse(line).err).toMatchObject({ type: "string", message: "out of luck" });
});

test("finds the password of a URL, encoded and decoded", () => {
  const url = "postgres://app:a%2Fb-c%2Fd@db.internal/stsphera";
  expect(secretsInUrl(url)).toEqual([url, "a%2Fb-c%2Fd", "a/b-c/d"]);
  expect(secretsInUrl("postgres://db.internal/stsphera")).toEqual([]);
});
