import { OBJECT_STATUSES, type ObjectStatus } from "@stsphera/contracts/vocabulary";
import { type Role, ROLE_CODES, type UserActor } from "@stsphera/rbac";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DomainError } from "../../kernel/index.ts";
import { type AnObject, openWorld, type World } from "../../testing/index.ts";
import { inRolledBack, tracesIn } from "../../testing/verbs/in-rolled-back.ts";
import { changeObjectStatus } from "./change-object-status.ts";

/** Who takes an object from where to where, as the trade has it; an admin takes every one of these. */
const MOVES: Readonly<Record<string, readonly Role[]>> = {
  "draft planning": ["project_manager", "contract"],
  "draft active": ["director"],
  "planning active": ["director"],
  "active on_hold": ["project_manager", "director"],
  "on_hold active": ["project_manager", "director"],
  "active completing": ["project_manager"],
  "completing active": ["director"],
  "completing closed": ["director"],
  "closed completing": ["director"],
  "draft archived": ["project_manager"],
  "planning archived": ["project_manager"],
};
const ASKS_FOR_WORDS = [
  "draft active",
  "planning active",
  "active on_hold",
  "on_hold active",
  "active completing",
  "completing active",
  "closed completing",
];
const PAIRS = OBJECT_STATUSES.flatMap((from) => OBJECT_STATUSES.map((to) => ({ from, to })));
const WORDS = "остались откосы на юге";

let world: World;
let object: AnObject;
let people: { role: Role; actor: UserActor }[];
beforeAll(async () => {
  world = await openWorld();
  object = await world.anObject();
  people = await Promise.all(ROLE_CODES.map(async (role) => ({ role, actor: await world.as(role) })));
});
afterAll(() => world.close());

type Attempt = { from: ObjectStatus; to: ObjectStatus; reason?: string; createdBy?: number };

/** What comes of a move in a world that is put back afterwards: the code of a refusal, or where the object stands. */
async function attempt(actor: UserActor, { from, to, reason, createdBy }: Attempt): Promise<string> {
  const { id } = object;
  return inRolledBack(world, actor, async (ctx, tx) => {
    const creator = createdBy ?? sql`created_by`;
    await tx.execute(sql`
      update objects set status = ${from}, created_by = ${creator}, version = 1,
        held_since = case when ${from} = 'on_hold' then date '2026-09-01' end where id = ${id}`);
    const words = reason === undefined ? {} : { reason };
    let outcome = "done";
    try {
      await changeObjectStatus.run(ctx, { objectId: id, to, version: 1, ...words });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      outcome = error.details.fields?.[0]?.reason ?? error.code;
    }
    const [row] = await tx.execute<{ status: string }>(sql`select status from objects where id = ${id}`);
    const { audit } = await tracesIn(tx, ctx.requestId);
    expect(row?.status).toBe(outcome === "done" ? to : from);
    expect(audit).toBe(outcome === "done" ? 1 : 0);
    return outcome;
  });
}

describe("every pair of statuses, for every role of the team and of the company", () => {
  test.each(PAIRS)("$from → $to", async ({ from, to }) => {
    const may = MOVES[`${from} ${to}`];
    for (const { role, actor } of people) {
      const outcome = await attempt(actor, { from, to, reason: WORDS });
      const allowed = may !== undefined && (role === "admin" || may.includes(role));
      if (allowed) expect(outcome, role).toBe("done");
      else if (may !== undefined) expect(outcome, role).toBe("forbidden");
      else expect(["forbidden", "invalid_transition"], role).toContain(outcome);
    }
    if (may === undefined) {
      const admin = people.find(({ role }) => role === "admin");
      if (admin === undefined) throw new Error("nobody is here");
      expect(await attempt(admin.actor, { from, to, reason: WORDS })).toBe("invalid_transition");
    }
  });
});

test.each(Object.keys(MOVES))("%s asks for words where it must, and only there", async (move) => {
  const [from, to] = move.split(" ") as [ObjectStatus, ObjectStatus];
  const outcome = await attempt(await world.as("admin"), { from, to });
  const wordless = move === "active completing" ? "rest_required" : "reason_required";
  expect(outcome).toBe(ASKS_FOR_WORDS.includes(move) ? wordless : "done");
});

test.each(PAIRS.filter(({ to }) => to === "archived"))(
  "its creator, whatever his role but an observer, archives $from only as a draft",
  async ({ from, to }) => {
    for (const { role, actor } of people) {
      if (role === "admin" || role === "director" || role === "curator") continue;
      const outcome = await attempt(actor, { from, to, createdBy: actor.id });
      const asManager = role === "project_manager" && from === "planning";
      const asCreator = role !== "viewer" && from === "draft";
      if (asManager || asCreator) expect(outcome, role).toBe("done");
      else expect(["forbidden", "invalid_transition"], role).toContain(outcome);
    }
  },
);

test("works that are done need no list of the rest", async () => {
  const manager = await world.as("project_manager");
  await inRolledBack(world, manager, async (ctx, tx) => {
    await tx.execute(sql`update floor_volumes set fact_qty = plan_qty where object_id = ${object.id}`);
    const { id: objectId, version } = object;
    const moved = await changeObjectStatus.run(ctx, { objectId, to: "completing", version });
    expect(moved.status).toBe("completing");
  });
});

test("a stranger's object does not exist for any move", async () => {
  const stranger = await world.aPerson({ role: "project_manager" });
  expect(await attempt(stranger, { from: "draft", to: "planning" })).toBe("not_found");
});
