import { expect, test } from "vitest";
import { accountsOf } from "./crew-accounts.ts";

const leading = { id: 7, fullName: "Рустам Ахметов" };
const member = { id: 9, fullName: "Пётр Сидоров" };

test("a lead with an account is in the system, though not a member of the crew", () => {
  const crew = { lead: "Рустам", leadUserId: 7, members: [] };
  const [name] = accountsOf(crew, [leading]);
  expect(name).toContain("Ахметов");
  expect(accountsOf({ ...crew, members: [member] }, [leading])).toHaveLength(2);
  expect(accountsOf(crew, undefined)).toEqual(["Рустам"]);
});

test("a lead who has left the object is not", () => {
  expect(accountsOf({ lead: "Рустам", leadUserId: 7, members: [] }, [member])).toEqual([]);
});

test("a lead who is a member is named once, and nobody without an account is", () => {
  expect(accountsOf({ lead: "Рустам", leadUserId: 7, members: [member, leading] }, [leading])).toHaveLength(
    2,
  );
  expect(accountsOf({ lead: "Рустам", leadUserId: null, members: [] }, [leading])).toEqual([]);
});
