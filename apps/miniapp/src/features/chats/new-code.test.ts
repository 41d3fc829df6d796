import { createHash } from "node:crypto";
import { readCode } from "@stsphera/contracts/chats/code";
import { expect, test } from "vitest";
import { newCode } from "./new-code.ts";

test("the hash is the one that the bot makes of the code as it is typed", async () => {
  const { code, codeHash } = await newCode();
  expect(readCode(code)).toBe(code);
  expect(codeHash).toBe(createHash("sha256").update(code).digest("hex"));
  expect((await newCode()).code).not.toBe(code);
});
