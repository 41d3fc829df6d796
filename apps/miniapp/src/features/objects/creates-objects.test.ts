import { mayHold, ROLE_CODES } from "@stsphera/rbac";
import { expect, test } from "vitest";
import { createsObjects } from "./creates-objects.ts";

test("objects are made for whom the matrix names", () => {
  expect(ROLE_CODES.filter(createsObjects)).toEqual(
    ROLE_CODES.filter((role) => mayHold(role, "object.create")),
  );
  expect(createsObjects(null)).toBe(false);
});
