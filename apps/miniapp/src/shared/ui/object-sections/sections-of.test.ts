import type { ObjectCard } from "@stsphera/contracts";
import { expect, test } from "vitest";
import { sectionsOf } from "./sections-of.ts";

const card = (permissions: string[], actions: string[] = []) =>
  ({ can: { permissions, actions } }) as unknown as ObjectCard;
const WORKING = ["task.view", "production.view"];

test("a foreman finds the facts first and the rest behind one press", () => {
  expect(sectionsOf(card(WORKING), "construction_itr")).toEqual({
    pinned: ["fact", "facade", "tasks"],
    more: ["overview", "zones", "crews", "team"],
  });
});

test("the manager finds the set-up, a role without the right does not", () => {
  expect(sectionsOf(card([...WORKING, "object.edit"]), "project_manager").more).toContain("setup");
  expect(sectionsOf(card(WORKING), "supply").more).not.toContain("setup");
  expect(sectionsOf(card([...WORKING, "chat.link"]), "project_manager").more).toContain("chats");
});

test("where there are four or fewer nothing is hidden, and nothing that a right is missing for is shown", () => {
  expect(sectionsOf(card([]), "viewer")).toEqual({
    pinned: ["overview", "facade", "fact", "team"],
    more: [],
  });
});

test("while the object is not known yet the sections of every member are there", () => {
  const { pinned, more } = sectionsOf(undefined, "construction_itr");
  expect([...pinned, ...more]).toEqual(["fact", "facade", "overview", "team"]);
});
