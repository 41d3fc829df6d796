import { expect, test } from "vitest";
import { actionData } from "./action-data.ts";

const order = actionData({
  entity: "s",
  actions: ["approve", "receive", "settle"],
  ofPart: ["settle"],
  aliases: { agree: "approve" },
});

test("packed data unpacks to the same command, with the part if there is one", () => {
  const approve = { action: "approve", id: 12, version: 3 } as const;
  expect(order.pack(approve)).toBe("s:approve:12:3");
  expect(order.unpack("s:approve:12:3")).toEqual(approve);
  const settle = { action: "settle", id: 12, partId: 7, version: 2 } as const;
  expect(order.pack(settle)).toBe("s:settle:12:7:2");
  expect(order.unpack("s:settle:12:7:2")).toEqual(settle);
});

test("buttons of former releases keep their meaning", () => {
  expect(order.unpack("s:agree:12:3")).toEqual({ action: "approve", id: 12, version: 3 });
});

test.each([
  "",
  "s:approve:12",
  "s:approve:0:1",
  "s:approve:-1:1",
  "s:approve:12:3:4",
  "s:settle:12:3",
  "s:approve:2147483648:1",
  "s:steal:12:3",
  "s:constructor:12:3",
  "t:approve:12:3",
  "s:approve:12:3 ",
])("%j does not unpack", (data) => expect(order.unpack(data)).toBeNull());

test("packing data that could not be unpacked throws", () => {
  expect(() => order.pack({ action: "settle", id: 12, version: 2 })).toThrow(RangeError);
  expect(() => order.pack({ action: "approve", id: 0, version: 2 })).toThrow(RangeError);
});

test("an action whose name could not be unpacked is refused at once", () => {
  expect(() => actionData({ entity: "s", actions: ["give_back"] })).toThrow(RangeError);
});
