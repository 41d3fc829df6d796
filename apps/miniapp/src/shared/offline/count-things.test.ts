import { expect, test } from "vitest";
import { countThings } from "./count-things.ts";
import { fromFirstVersion } from "./first-version.ts";
import { offlineWords } from "./offline-words.ts";

const first = { person: "1", at: 0, state: "waiting", objectId: 5, title: "Модули", line: "12 шт" } as const;
const fact = fromFirstVersion({
  ...first,
  key: "a",
  work: { kind: "fact", floorVolumeId: 7, date: "2026-09-10", path: "/api/objects/5/facts", body: {} },
});
const photo = fromFirstVersion({
  ...first,
  key: "b",
  work: { kind: "photo", parentKey: "a", factId: null, blob: new Blob(["x"]), name: "a.jpg" },
});

test("things are counted by what they are, in both languages", () => {
  expect(countThings([fact, photo, fact], offlineWords.ru.thing)).toBe("2 факта, 1 фото");
  const submitted = { ...fact, describe: { ...fact.describe, thing: "act" as const }, files: photo.files };
  expect(countThings([submitted], offlineWords.ru.thing)).toBe("1 действие, 1 фото");
  expect(countThings([fact, photo, photo], offlineWords.en.thing)).toBe("1 fact, 2 photos");
});

test("what an older app left on the phone goes on waiting, in its order", () => {
  expect(fact).toMatchObject({ path: "/api/objects/5/facts", gives: "fact.id", after: null });
  expect(photo).toMatchObject({ path: "/api/facts/{after}/photos", after: "a", filesAs: "fileIds" });
});
