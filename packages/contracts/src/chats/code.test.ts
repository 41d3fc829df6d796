import { expect, test } from "vitest";
import { CODE_BYTES, codeFrom, codeInWords, readCode } from "./code.ts";

test("a code is read as it is shown, in small letters and without its hyphen", () => {
  const code = codeFrom(Uint8Array.from({ length: CODE_BYTES }, (_, at) => at * 37));
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
  const shown = codeInWords(code);
  expect([shown, shown.toLowerCase(), code, ` ${shown} `].map(readCode)).toEqual([code, code, code, code]);
});

test("what is too short, too long or has other signs is no code", () => {
  expect(["", "ABCD-EFG", "ABCD-EFGH-J", "ABCD-EFG0", "ABCDÉFGH"].map(readCode)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

test("every sign is as likely as any other", () => {
  const signs = Array.from({ length: 256 }, (_, byte) =>
    codeFrom(new Uint8Array(CODE_BYTES).fill(byte)).at(0),
  );
  const counts = Object.values(Object.groupBy(signs, String)).map((same) => same?.length);
  expect(new Set(counts)).toEqual(new Set([8]));
});
