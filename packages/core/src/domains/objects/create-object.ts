import { can } from "@stsphera/rbac";
import { command, forbidden, invalidField, localDay } from "../../kernel/index.ts";
import { assertDates } from "./object-dates.ts";
import { firstTeam, openObject, passportInput, withTeam } from "./open-object.ts";
import { presentObjectState } from "./present-object.ts";
import { notActive } from "./team.ts";

/**
 * Creates a draft object with its first members: the creator with their company role and the named manager. A creator
 * whose role cannot be held on an object must name a manager.
 */
export const createObject = command({
  name: "object.create",
  permissions: ["object.create"],
  gives: true,
  input: passportInput,
  load: async (tx, ctx, asked) => {
    const team = firstTeam(ctx, asked);
    const strangers = await notActive(
      tx,
      asked.projectManagerId === undefined ? [] : [asked.projectManagerId],
    );
    return { team, managerIsActive: strangers.size === 0 };
  },
  authorize: (ctx, { team, managerIsActive }, asked) => {
    if (!can(ctx.actor, "object.create")) throw forbidden("object.create");
    if (team.length === 0) throw invalidField("projectManagerId", "project_manager_required");
    if (!managerIsActive) throw invalidField("projectManagerId", "person_not_active");
    const { contractDate = null, startDate = null, deadline = null } = asked;
    assertDates({ contractDate, startDate, deadline }, localDay(ctx.now, asked.timeZone));
  },
  execute: async (tx, { ctx, input: asked, target: { team } }) => {
    const { row, ...told } = await openObject(tx, ctx, asked, team);
    return { result: presentObjectState(withTeam(ctx, row.id, team), row), ...told };
  },
});
