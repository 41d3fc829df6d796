import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type ObjectPress, packObject, unpackObject } from "./object-data.ts";

test.each<[string, ObjectPress]>([
  ["ob:l:0", { action: "list", page: 0 }],
  ["ob:o:12", { action: "card", objectId: 12 }],
  ["ob:t:12:3", { action: "team", objectId: 12, page: 3 }],
  ["ob:m:12:7", { action: "member", objectId: 12, userId: 7 }],
  ["ob:e:12:7:5:1", { action: "returned", objectId: 12, userId: 7, delegationId: 5, version: 1 }],
  ["ob:r:12:7", { action: "remove", objectId: 12, userId: 7 }],
  ["ob:y:12:7:4:9", { action: "handed", objectId: 12, userId: 7, version: 4, heirId: 9 }],
  ["ob:x:12:7:4", { action: "removed", objectId: 12, userId: 7, version: 4 }],
  ["ob:k:12:0", { action: "links", objectId: 12, page: 0 }],
  ["ob:z:12:9:1", { action: "revoke", objectId: 12, invitationId: 9, version: 1 }],
])("%s packs and unpacks", (data, press) => {
  expect(packObject(press)).toBe(data);
  expect(unpackObject(data)).toEqual(press);
});

test.each(["", "ob", "ob:o", "ob:o:0", "ob:o:1:2", "ob:o:01", "ob:l:1000", "ob:q:1", "xx:o:1", "ob:e:1:2:3"])(
  "%j does not unpack",
  (data) => expect(unpackObject(data)).toBeNull(),
);

test("the longest data stays within 64 bytes, and no text makes it throw", () => {
  const id = 2_147_483_647;
  const longest = { action: "returned", objectId: id, userId: id, delegationId: id, version: id } as const;
  expect(Buffer.byteLength(packObject(longest))).toBeLessThanOrEqual(64);
  fc.assert(fc.property(fc.string(), (data) => void unpackObject(data)));
});
