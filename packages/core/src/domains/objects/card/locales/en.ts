import type { teamRu } from "./ru.ts";

export const teamEn: Readonly<Record<keyof typeof teamRu, string>> = {
  "joined.title": "👥 You are in the team of an object",
  "changed.title": "👥 Your roles on the object have changed",
  "left.title": "👥 You are no longer in the team of the object",
  "closed.title": "👥 Access closed: {name}",
  "closed.tasks": "Open tasks",
  "closed.returned": "Returned entries",
  "closed.nothing": "Nothing is left open.",
  "closed.next": "Give the tasks to somebody else and name another person.",
  "closed.open": "Open the team",
  "team.object": "Object",
  "team.roles": "Role",
  "team.by": "Decision",
  "team.open": "Open the object",
};
