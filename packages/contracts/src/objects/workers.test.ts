import { expect, test } from "vitest";
import { zoneForms } from "../zones/forms.ts";
import { workersOf } from "./workers.ts";

const member = (userId: number, role: "installer" | "construction_itr" | "project_manager" | "supply") => ({
  userId,
  fullName: role,
  status: "active" as const,
  roles: [role],
});
const card = {
  team: [
    member(1, "installer"),
    member(2, "construction_itr"),
    member(3, "project_manager"),
    member(4, "supply"),
    { ...member(5, "construction_itr"), status: "deactivated" as const },
  ],
};
const ids = (people: readonly { id: number }[]) => people.map(({ id }) => id);

test("those whose right is limited to their own crew are not offered as foremen of a zone", () => {
  expect(ids(workersOf(card, "fact.enter"))).toEqual([1, 2, 3]);
  for (const { asks } of [zoneForms.create, zoneForms.edit]) {
    const field = asks.find(({ name }) => name === "foremanId");
    if (field?.kind !== "person") throw new Error("no field for the foreman");
    expect(ids(workersOf(card, field.permission, field.beyond))).toEqual([2, 3]);
  }
});
