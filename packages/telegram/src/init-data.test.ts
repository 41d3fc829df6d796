import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { signInitData, verifyInitData } from "./init-data.ts";

const TOKEN = "7000000001:AAStsphera-test-vector-token-000000";
const FIELDS = {
  auth_date: "1767225600",
  query_id: "AAF1",
  user: '{"id":1000001,"first_name":"Vector","language_code":"ru"}',
};
const HASH = "e82536b281c0bb28d748b177a6e92464f1bfb660bb77a9e2a219adea19c1f924";
const SIGNED_AT = new Date("2026-01-01T00:00:00Z");
const at = (seconds: number) => new Date(SIGNED_AT.getTime() + seconds * 1000);
const check = (raw: string, now = SIGNED_AT) => verifyInitData(raw, TOKEN, now);
const reasonOf = (raw: string, now = SIGNED_AT) => {
  const result = check(raw, now);
  return result.ok ? "accepted" : result.reason;
};
const signed = (more: Record<string, string> = {}) => signInitData({ ...FIELDS, ...more }, TOKEN);

describe("the test vector of the contract", () => {
  test("has the known hash and is accepted while fresh", () => {
    expect(new URLSearchParams(signed()).get("hash")).toBe(HASH);
    expect(check(`${new URLSearchParams(FIELDS)}&hash=${HASH}`)).toEqual({
      ok: true,
      user: { id: "1000001", firstName: "Vector", languageCode: "ru" },
      authDate: SIGNED_AT,
      queryId: "AAF1",
    });
  });

  test("the signature field is part of the signed ones, start_param is returned", () => {
    const result = check(signed({ signature: "abc_-", start_param: "o12_fact" }));
    expect(result.ok && result.startParam).toBe("o12_fact");
    expect(reasonOf(signed({ signature: "abc" }).replace("signature=abc&", ""))).toBe("bad_hash");
  });

  test("a Cyrillic name with a space, a plus and quotes survives the encoding", () => {
    const user = JSON.stringify({ id: 5_000_000_000, first_name: 'Анна + «Ко» & "я"', last_name: "Ли" });
    const result = check(signed({ user }));
    expect(result.ok && result.user).toEqual({
      id: "5000000000",
      firstName: 'Анна + «Ко» & "я"',
      lastName: "Ли",
    });
  });
});

describe("regression 1: unsigned data signs nobody in", () => {
  test.each([
    ["123", "malformed"],
    ["", "malformed"],
    ["dev_user_id=1000001", "malformed"],
    ["user=%7B%22id%22%3A1%7D&auth_date=1767225600", "malformed"],
    [`auth_date=1767225600&hash=${HASH}`, "bad_hash"],
    ["a=%zz&hash=1", "malformed"],
    [`x=1&hash=${HASH.toUpperCase()}`, "malformed"],
    [`x=1&hash=${HASH.slice(2)}`, "malformed"],
    ["=1&hash=2", "malformed"],
  ])("%s is refused as %s", (raw, reason) => {
    expect(reasonOf(raw)).toBe(reason);
  });

  test("another bot's token is refused", () => {
    const foreign = signInitData(FIELDS, "7000000002:other");
    expect(reasonOf(foreign)).toBe("bad_hash");
  });
});

describe("regression 2: stale, tampered and ambiguous data", () => {
  test("at most an hour old, up to a minute in the future", () => {
    expect(reasonOf(signed(), at(3600))).toBe("accepted");
    expect(reasonOf(signed(), at(3601))).toBe("expired");
    expect(reasonOf(signed(), at(-60))).toBe("accepted");
    expect(reasonOf(signed(), at(-61))).toBe("from_future");
  });

  test("a repeated key is refused, even with equal values", () => {
    expect(reasonOf(`${signed()}&query_id=AAF1`)).toBe("duplicate_key");
    expect(reasonOf(`${signed()}&hash=${HASH}`)).toBe("duplicate_key");
    expect(reasonOf(`${signed()}&query%5Fid=AAF1`)).toBe("duplicate_key");
  });

  test("over 8 KB is refused before anything is computed", () => {
    expect(reasonOf(signed({ pad: "x".repeat(8 * 1024) }))).toBe("too_large");
    expect(reasonOf("я".repeat(4097))).toBe("too_large");
  });

  test("control characters cannot move the boundary between fields", () => {
    const { auth_date, query_id, user } = FIELDS;
    const glued = new URLSearchParams({ auth_date: `${auth_date}\nquery_id=${query_id}`, user, hash: HASH });
    expect(reasonOf(glued.toString())).toBe("malformed");
    expect(reasonOf(signed({ pad: "a\u0000b" }))).toBe("malformed");
  });

  test.each(["", "1767225600.5", "-1767225600", "1e9", "0x69", "99999999999999999999", "١٢٣"])(
    "auth_date «%s» is invalid even when signed",
    (authDate) => {
      expect(reasonOf(signed({ auth_date: authDate }))).toBe("malformed");
    },
  );

  test.each([
    ['{"id":1,"first_name":"B","is_bot":true}', "bot"],
    ['{"id":1,"first_name":"B","is_bot":"yes"}', "bot"],
    ['{"id":0,"first_name":"B"}', "malformed"],
    ['{"id":"1","first_name":"B"}', "malformed"],
    ['{"id":1.5,"first_name":"B"}', "malformed"],
    ['{"id":1e300,"first_name":"B"}', "malformed"],
    ['{"id":1}', "malformed"],
    ["[1]", "malformed"],
    ["null", "malformed"],
    ["{", "malformed"],
  ])("the signed user %s is refused as %s", (user, reason) => {
    expect(reasonOf(signed({ user }))).toBe(reason);
  });

  test("any single changed character is refused", () => {
    const raw = signed();
    fc.assert(
      fc.property(fc.nat(raw.length - 1), fc.constantFrom(..."abc019_="), (position, sign) => {
        const changed = raw.slice(0, position) + sign + raw.slice(position + 1);
        fc.pre(new URLSearchParams(changed).toString() !== new URLSearchParams(raw).toString());
        expect(check(changed).ok).toBe(false);
      }),
    );
  });
});
