import { describe, expect, it } from "vitest";
import { findPerson, people } from "../people/people.ts";
import { createInitData, signFields } from "./init-data.ts";

const botToken = "7000000001:AAStsphera-test-vector-token-000000";

describe("initData", () => {
  it("matches the published test vector", () => {
    const fields: [string, string][] = [
      ["auth_date", "1767225600"],
      ["query_id", "AAF1"],
      ["user", '{"id":1000001,"first_name":"Vector","language_code":"ru"}'],
    ];
    expect(signFields(fields, botToken)).toBe(
      "e82536b281c0bb28d748b177a6e92464f1bfb660bb77a9e2a219adea19c1f924",
    );
  });

  it("contains the user, the start parameter and a hash over the rest, signature included", () => {
    const person = findPerson(1000011);
    if (!person) throw new Error("the foreman is missing");
    const text = createInitData({ botToken, person, authDate: 1767225600, startParam: "object_1" });
    const fields = [...new URLSearchParams(text)];
    const values = new Map(fields);
    expect(JSON.parse(values.get("user") ?? "")).toMatchObject({
      id: 1000011,
      first_name: "Сергей",
      username: "sbelov",
    });
    expect(values.get("auth_date")).toBe("1767225600");
    expect(values.get("start_param")).toBe("object_1");
    expect(values.get("hash")).toBe(signFields(fields, botToken));
    const forged = fields.map(([name, value]): [string, string] => [
      name,
      name === "signature" ? "x" : value,
    ]);
    expect(values.get("hash")).not.toBe(signFields(forged, botToken));
  });

  it("has seventeen users in the order of the roles, a second foreman and a stranger", () => {
    expect(people.slice(0, 17).map(({ id }) => id)).toEqual(
      Array.from({ length: 17 }, (_, n) => 1000001 + n),
    );
    expect(people.map(({ role }) => role).slice(0, 4)).toEqual([
      "admin",
      "director",
      "curator",
      "project_manager",
    ]);
    expect(people.filter(({ role }) => role === "construction_itr").map(({ id }) => id)).toEqual([
      1000011, 1000018,
    ]);
    expect(people.filter(({ started }) => !started).map(({ id }) => id)).toEqual([1000098, 1000099]);
  });
});
