import { expect, test } from "vitest";
import { createLogger } from "./logger.ts";

test("the bot's token stands nowhere in a log, whatever is logged (never-again 18)", () => {
  const token = "7000000001:AAStsphera-test-vector-token-000000";
  const lines: string[] = [];
  const log = createLogger({
    level: "info",
    secrets: [token],
    destination: { write: (line) => lines.push(line) },
  });
  const cause = new Error(`connect https://api.telegram.org/bot${token}/sendMessage`);
  log.warn({ err: new Error(`failed for ${token}`, { cause }), url: `/bot${token}/getMe` }, `token ${token}`);
  log.error({
    err: Object.assign(new Error("insert into users (phone) values ('+7916')"), { query: "insert" }),
  });
  expect(lines).toHaveLength(2);
  expect(lines.join("")).not.toContain("AAStsphera");
  expect(lines[1]).not.toContain("+7916");
});
