import { expect, test, vi } from "vitest";

vi.mock("./telegram/host.ts", () => ({ host: { kind: "browser" } }));
const { parentOf } = await import("./navigation.ts");

test.each([
  ["/objects/12/fact", "/objects/12"],
  ["/objects/12", "/objects"],
  ["/profile/queue", "/profile"],
  ["/objects", "/"],
  ["/", "/"],
])("above %s stands %s", (path, parent) => {
  expect(parentOf(path)).toBe(parent);
});
