import { expect, test } from "vitest";
import * as fc from "fast-check";
import { attachmentNamed } from "./content-disposition.ts";
import { objectKey, sha256Hex, thumbnailKey } from "./keys.ts";

test("regression 10: a Cyrillic file name reaches the browser unchanged", () => {
  const value = attachmentNamed("Акт №1.pdf");
  expect(value).toBe(
    `attachment; filename="___ _1.pdf"; filename*=UTF-8''%D0%90%D0%BA%D1%82%20%E2%84%961.pdf`,
  );
});

test("no file name can end the header, leave its folder or break the encoding", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (name) => {
      const value = attachmentNamed(name);
      expect(value).toMatch(/^attachment; filename="[ -~]*"; filename\*=UTF-8''[A-Za-z0-9%._~-]*$/);
      expect(value.split('"')).toHaveLength(3);
      expect(decodeURIComponent(value.split("''")[1] ?? "")).not.toMatch(/[/\\\r\n]/);
    }),
  );
  expect(attachmentNamed("a\ud800b")).toContain("UTF-8''a%EF%BF%BDb");
});

test.each([
  ['Акт "1"; filename="evil.exe', "___ _1__ filename=_evil.exe", 'Акт "1"; filename="evil.exe'],
  ["Акт\r\nSet-Cookie: a=1.pdf", "___Set-Cookie: a=1.pdf", "АктSet-Cookie: a=1.pdf"],
  ["../../Акт\\1.pdf", ".._.._____1.pdf", ".._.._Акт_1.pdf"],
  ["Акт\u202efdp.exe", "___fdp.exe", "Актfdp.exe"],
  ["100%25.pdf", "100_25.pdf", "100%25.pdf"],
])("%j remains a single file name", (name, plain, real) => {
  const value = attachmentNamed(name);
  expect(value.startsWith(`attachment; filename="${plain}"; filename*=UTF-8''`)).toBe(true);
  expect(decodeURIComponent(value.split("''")[1] ?? "")).toBe(real);
});

test("keys reveal nothing and do not repeat", () => {
  const keys = Array.from({ length: 100 }, objectKey);
  expect(new Set(keys).size).toBe(100);
  expect(keys.filter((key) => !/^[\w-]{32}$/.test(key))).toEqual([]);
  expect(thumbnailKey("abc", 320)).toBe("abc/320");
});

test("the digest is the standard one", () => {
  expect(sha256Hex(new TextEncoder().encode("abc"))).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});
