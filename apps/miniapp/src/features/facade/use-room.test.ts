import { expect, test } from "vitest";
import { roomFor } from "./use-room.ts";

test.each([
  [360, 16, 4],
  [320, 16, 4],
  [360, 32, 1],
  [200, 32, 1],
  [1280, 16, 16],
])("a window of %s px with text of %s px has room for %s facades", (width, rem, count) => {
  expect(roomFor(width, rem)).toBe(count);
});
