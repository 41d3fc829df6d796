import { OBJECT_STATUSES, type ObjectMove, type ObjectStatus } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import { MEMBER_ROLES } from "@stsphera/rbac";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../kernel/index.ts";
import { type TestObject, createTestWorld, refusalOf, type World } from "../../testing/index.ts";
import { inRolledBack } from "../../testing/verbs/in-rolled-back.ts";
import {
  describeWorkflow,
  everyRole,
  type TruthOfMove,
  type Walker,
  type Who,
} from "../../testing/workflow/index.ts";
import { changeObjectStatus } from "./change-object-status.ts";

const DIRECTOR = { roles: ["director"] } as const;
const BOTH = { roles: ["project_manager", "director"] } as const;

/** Which role makes which move, from the specification; an admin may make all of them. */
const TRUTH: Readonly<Record<ObjectMove, TruthOfMove<ObjectStatus, Who, "none" | "creator">>> = {
  plan: { from: ["draft"], to: "planning", roles: ["project_manager", "contract"] },
  transfer: { from: ["draft", "planning"], to: "active", ...BOTH },
  hold: { from: ["active"], to: "on_hold", ...BOTH },
  resume: { from: ["on_hold"], to: "active", ...BOTH },
  complete: { from: ["active"], to: "completing", roles: ["project_manager"] },
  continue: { from: ["completing"], to: "active", ...DIRECTOR },
  close: { from: ["completing"], to: "closed", ...DIRECTOR },
  reopen: { from: ["closed"], to: "completing", ...DIRECTOR },
  archive: {
    from: ["draft", "planning"],
    to: "archived",
    roles: ["project_manager"],
    relations: ["creator"],
  },
};
const WORDLESS: readonly ObjectMove[] = ["plan", "close", "archive"];
const reason = "остались откосы на юге";

let world: World;
let object: TestObject;
let people: Walker<Who>[];
beforeAll(async () => {
  world = await createTestWorld();
  object = await world.createTestObject();
  people = await everyRole(world);
});
afterAll(() => world.close());

/** Puts the object into a state; the next user finds it unchanged. */
async function put(ctx: Context, status: ObjectStatus, createdBy?: number): Promise<number> {
  await ctx.db.orm.execute(sql`
    update objects set status = ${status}, created_by = ${createdBy ?? sql`created_by`}, version = 1,
      held_since = case when ${status} = 'on_hold' then date '2026-09-01' end where id = ${object.id}`);
  return object.id;
}

describeWorkflow("an object", {
  truth: TRUTH,
  states: OBJECT_STATUSES,
  relations: ["none", "creator"],
  world: () => world,
  people: () => people,
  blind: ["stranger"],
  almighty: ["admin"],
  // The creator of a draft may move it, with any role except observer.
  counts: (role, relation, state) =>
    relation === "creator" &&
    state === "draft" &&
    MEMBER_ROLES.some((one) => one === role) &&
    role !== "viewer",
  put: (ctx, state, { relation, actor }) => put(ctx, state, relation === "creator" ? actor.id : undefined),
  press: (ctx, objectId, move) =>
    changeObjectStatus.run(ctx, {
      objectId,
      move,
      version: 1,
      ...(WORDLESS.includes(move) ? {} : { reason }),
    } as never),
  pressTo: {
    states: OBJECT_STATUSES,
    press: (ctx, objectId, to) => changeObjectStatus.run(ctx, { objectId, to, version: 1, reason }),
  },
  leaves: 2,
  table: schema.objects,
});

const MOVES = Object.entries(TRUTH) as [ObjectMove, (typeof TRUTH)[ObjectMove]][];
test.each(MOVES)("%s requires a comment exactly where specified", async (move, { from }) => {
  const admin = await world.as("admin");
  for (const state of from) {
    const wordless = await inRolledBack(world, admin, async (ctx) => {
      const objectId = await put(ctx, state);
      const asked = { objectId, to: TRUTH[move].to, version: 1 };
      if (WORDLESS.includes(move)) return changeObjectStatus.run(ctx, asked);
      return (await refusalOf(changeObjectStatus.run(ctx, asked))).details.fields?.[0]?.reason;
    });
    if (WORDLESS.includes(move)) expect(wordless).toMatchObject({ status: TRUTH[move].to });
    else expect(wordless).toBe(move === "complete" ? "rest_required" : "reason_required");
  }
});

test("finished work needs no list of remaining work", async () => {
  const manager = await world.as("project_manager");
  await inRolledBack(world, manager, async (ctx, tx) => {
    await tx.execute(sql`update floor_volumes set fact_qty = plan_qty where object_id = ${object.id}`);
    const { id: objectId, version } = object;
    const moved = await changeObjectStatus.run(ctx, { objectId, to: "completing", version });
    expect(moved.status).toBe("completing");
  });
});
