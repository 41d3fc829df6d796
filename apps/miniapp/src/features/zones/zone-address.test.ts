import { expect, test } from "vitest";
import { zoneAddress } from "./zone-address.ts";

test("a zone opens the map at its facade", () => {
  expect(zoneAddress({ objectId: 3, facade: { id: 12, code: "Юг" } })).toBe("/objects/3/facade?facade=12");
});
