import { globSync, readFileSync } from "node:fs";
import type { Role, UserActor } from "@stsphera/rbac";
import { describe, expect, test } from "vitest";
import { seesBy, type Sight, signFile, signUpload, withLinks } from "./file-links.ts";

const HERE = 12;
const person = (role: Role, roles: readonly Role[] = [role]): UserActor => ({
  kind: "user",
  id: 1,
  telegramId: "1000001",
  role,
  status: "active",
  objectRoles: roles.length > 0 ? { [HERE]: roles } : {},
  fullName: "Сергей Белов",
  locale: "ru",
  timeZone: "Europe/Moscow",
});
const links = {
  sign: (key: string, size: string, name?: string) => [key, size, name].join(" ").trim(),
  upload: (key: string) => ({ url: key, headers: {} }),
};
const ofTask: Sight = { objectId: HERE, permission: "task.view" };
const ofEntry = (toAll: boolean): Sight => ({ objectId: HERE, permission: "fact.view", toAll });
const ofNothing: Sight = { objectId: null, permission: "task.view" };

describe("a file is visible to users who see what it is attached to", () => {
  const dismissed = { ...person("pto"), status: "deactivated" as const };
  test.each([
    ["a member", person("installer"), [true, true, true]],
    ["an observer", person("viewer"), [false, false, true]],
    ["an observer by company role", person("viewer", ["pto"]), [false, false, true]],
    ["a director", person("director", []), [true, true, true]],
    ["a stranger", person("pto", []), [false, false, false]],
    ["a dismissed member", dismissed, [false, false, false]],
  ])("%s", (_who, actor, seen) => {
    expect([ofTask, ofEntry(false), ofEntry(true)].map((sight) => seesBy(actor, sight))).toEqual(seen);
    expect(seesBy(actor, ofNothing)).toBe(false);
  });
});

test("a file of a crew is hidden from installers of other crews alone", () => {
  const ofCrew = (...people: number[]): Sight => ({ ...ofEntry(false), ofCrew: people });
  expect(seesBy(person("installer"), ofCrew(1))).toBe(true);
  expect(seesBy(person("installer"), ofCrew(2))).toBe(false);
  expect(seesBy(person("construction_itr"), ofCrew(2))).toBe(true);
});

describe("links", () => {
  const photo = { key: "k", status: "ready", purpose: "photo" } as const;
  const document = { key: "k", status: "ready", purpose: "document", name: "узел.dwg" } as const;
  const none = { url: null, thumbUrl: null };

  test("of a photo show it and its thumbnail, of a document download it under its name", () => {
    const reader = { actor: person("pto"), links };
    expect(withLinks(reader, ofTask, photo)).toMatchObject({ url: "k 1280", thumbUrl: "k 320" });
    expect(withLinks(reader, ofTask, document)).toMatchObject({ url: "k original узел.dwg", thumbUrl: null });
    expect(signFile(reader, ofTask, document, "320")).toBe("k original узел.dwg");
  });

  test("are not signed for others, for files that are not ready, or for an unknown object", () => {
    const reader = { actor: person("pto"), links };
    expect(withLinks({ actor: person("viewer"), links }, ofTask, photo)).toMatchObject(none);
    expect(withLinks(reader, ofTask, { ...photo, status: "stored" })).toMatchObject(none);
    expect(withLinks(reader, ofNothing, photo)).toMatchObject(none);
    expect(withLinks({ actor: person("pto") }, ofTask, photo)).toMatchObject(none);
  });

  test("for uploads are signed only for users who may see the file afterwards", () => {
    const file = { key: "k", contentType: "image/jpeg", size: 1, sha256: "0" };
    expect(signUpload({ actor: person("pto"), links }, ofTask, file).url).toBe("k");
    expect(() => signUpload({ actor: person("pto", []), links }, ofTask, file)).toThrow("not_found");
    expect(() => signUpload({ actor: person("pto"), links }, ofNothing, file)).toThrow("not_found");
    expect(() => signUpload({ actor: person("pto") }, ofTask, file)).toThrow("unavailable");
  });

  test("are signed in one place", () => {
    const root = new URL("../../", import.meta.url);
    const files = globSync("**/*.ts", { cwd: root, exclude: (name) => name.includes("test") });
    const signing = files.filter((file) =>
      /links(\?|!)?\.(sign|upload)\b/.test(readFileSync(new URL(file, root), "utf8")),
    );
    expect(files.length).toBeGreaterThan(200);
    expect(signing).toEqual(["platform/attachments/file-links.ts"]);
  });
});
