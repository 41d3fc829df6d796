import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openWorld, outcomes, refusalOf, fieldsOf, type World } from "./testing/index.ts";
import * as core from "./index.ts";
import { packCursor } from "./kernel/cursor.ts";
vi.setConfig({ testTimeout: 120_000 });
let world: World;
const R = "так надо сейчас";
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());
const code = async (p: Promise<unknown>) => { try { const r = await p; return { ok: r }; } catch (e) { return { err: (e as {code?:string}).code, d: (e as {details?:unknown}).details, m: (e as Error).message.slice(0,200) }; } };
const deadlocks = async () => (await world.db.read<{n:number}>("select deadlocks::int as n from pg_stat_database where datname=current_database()", []))[0]?.n;

test("floor removed vs fact entered", async () => {
  const results: unknown[] = [];
  const t0 = Date.now();
  for (let i = 0; i < 5; i++) {
    const o = await world.anObject({ facades: ["Юг"], floors: ["1", "2"] });
    const m = await world.as("project_manager"); const f = await world.as("construction_itr");
    const r = await Promise.all([
      code(core.removeFloor.run(world.ctx(m), { floorId: o.floorId("1"), version: 1 })),
      code(core.enterFact.run(world.ctx(f), { objectId: o.id, floorVolumeId: o.cell("Юг", "1", "МОД"), date: "2026-09-08", quantity: "3", workers: 4 })),
      code(core.setFloorVolumes.run(world.ctx(m), { objectId: o.id, volumes: [{ facadeId: o.facadeId("Юг"), floorId: o.floorId("1"), workTypeId: 1, planQty: "5", planStart: null, planFinish: null }] })),
    ]);
    results.push(r.map((x) => "ok" in x ? "ok" : `${x.err} ${x.m} ${JSON.stringify(x.d)}`));
  }
  console.log("REMOVE", results, await deadlocks(), Date.now() - t0);
});

test("team vs assign race; leaving member's tasks", async () => {
  const out: unknown[] = [];
  for (let i = 0; i < 6; i++) {
    const w = await world.aPerson({ role: "geodesist" });
    const o = await world.anObject({ volumes: [], members: [{ actor: w, roles: ["geodesist"] }], team: ["pto"] });
    const m = await world.as("project_manager");
    const t = await core.createTask.run(world.ctx(m), { objectId: o.id, title: "x" });
    const r = await Promise.all([
      code(core.setObjectTeam.run(world.ctx(m), { objectId: o.id, version: o.version, members: [{ userId: m.id, roles: ["project_manager"] }] })),
      code(core.changeTaskStatus.run(world.ctx(m), { taskId: t.id, to: "assigned", version: 1, assigneeId: w.id })),
      code(core.createTask.run(world.ctx(m), { objectId: o.id, title: "y", assigneeId: w.id })),
      code(core.changeUserStatus.run(world.ctx(await world.as("admin")), { userId: w.id, to: "deactivated", version: 1, reason: R })),
    ]);
    out.push(r.map((x) => "ok" in x ? "ok" : `${x.err} ${JSON.stringify(x.d)} ${x.m}`));
  }
  console.log("TEAM", out, await deadlocks());
});

test("invitation last place + same person twice + approvals of one", async () => {
  const o = await world.anObject({ volumes: [], team: [] });
  const m = await world.as("project_manager");
  const inv = await core.createInvitation.run(world.ctx(m), { objectId: o.id, role: "installer", maxUses: 1 });
  const inv2 = await core.createInvitation.run(world.ctx(m), { objectId: o.id, role: "installer", maxUses: 5 });
  const people = await Promise.all([1,2,3,4,5].map(() => world.aPerson({ role: "installer" })));
  const r = await Promise.all([...people.map((p) => code(core.joinByInvitation.run(world.ctx(p), { code: inv.code }))), ...[1,2,3].map(() => code(core.joinByInvitation.run(world.ctx(people[0]!), { code: inv2.code })))]);
  console.log("INV", r.map((x) => "ok" in x ? "ok" : `${x.err} ${JSON.stringify(x.d)}`), await world.db.read("select id, uses from invitations", []));
  const pend = await world.aPerson({ role: null, status: "pending" });
  const admin = await world.as("admin"); const admin2 = await world.aPerson({ role: "admin" });
  const a = await Promise.all([admin, admin2].map((x, i) => code(core.changeUserStatus.run(world.ctx(x), { userId: pend.id, to: "active", version: 1, role: i ? "pto" : "supply" }))));
  console.log("APPROVE", a.map((x) => "ok" in x ? "ok" : x.err));
  const d = await Promise.all([code(core.changeUserStatus.run(world.ctx(admin), { userId: admin2.id, to: "deactivated", version: 1, reason: R })), code(core.changeUserRole.run(world.ctx(admin2), { userId: admin.id, role: "pto", version: 1 }))]);
  console.log("ADMINS", d.map((x) => "ok" in x ? "ok" : `${x.err} ${JSON.stringify(x.d)}`));
  await world.db.sql`update users set status='active', role='admin' where id in (${admin.id}, ${admin2.id})`;
});

test("wizard twice", async () => {
  const m = await world.as("project_manager");
  const data = { object: { name: "Ш", city: "М", address: "а", customer: "к", facadeTypes: ["spk" as const] }, facades: [{ code: "Ю", name: "Ю", sort: 0 }], floors: [{ code: "1", sort: 0 }] };
  const d = await core.createObjectDraft.run(world.ctx(m), { data });
  const r = await Promise.all([1,2,3].map(() => code(core.completeObjectDraft.run(world.ctx(m), { draftId: d.id, version: d.version }))));
  console.log("WIZ", JSON.stringify(r));
});

test("forged cursors", async () => {
  const o = await world.anObject({ volumes: [] });
  const m = await world.as("project_manager");
  const f = { state: "open", sort: "deadline" };
  for (const value of ["2026-99-99", "infinity", "0000-01-01"]) {
    const cursor = packCursor({ value, id: 1e12 }, { objectId: o.id, ...f });
    console.log("CUR", value, JSON.stringify(await code(core.listTasks.run(world.ctx(m), { objectId: o.id, cursor }))).slice(0, 200));
  }
});

test("deputy chains", async () => {
  const o = await world.anObject({ volumes: [], team: ["construction_itr", "pto", "design_head"] });
  const m = await world.as("project_manager");
  const d = await world.aPerson({ role: "supply" }); const e = await world.aPerson({ role: "supply" });
  await core.createDelegation.run(world.ctx(m), { deputyId: d.id, fromDay: "2026-09-08", toDay: "2026-09-20" });
  const da = await world.again(d);
  console.log("DEP", await code(core.createDelegation.run(world.ctx(da), { deputyId: e.id, fromDay: "2026-09-08", toDay: "2026-09-20", objectId: o.id })));
  console.log("DEP2", await code(core.createDelegation.run(world.ctx(da), { deputyId: e.id, fromDay: "2026-09-08", toDay: "2026-09-20" })));
  const ea = await world.again(e);
  console.log("E sees", await code(core.getObject.run(world.ctx(ea), { objectId: o.id })).then((x) => "ok" in x ? "SEES" : x.err));
  console.log("DEP3", await code(core.createObjectDelegation.run(world.ctx(da), { objectId: o.id, principalId: m.id, deputyId: e.id, fromDay: "2026-09-08", toDay: "2026-09-20" })));
  // deputy removes principal, deactivated principal
  await world.db.sql`update users set status='deactivated' where id=${m.id}`;
  console.log("deact principal", await code(core.getObject.run(world.ctx(await world.again(d)), { objectId: o.id })).then((x) => "ok" in x ? "SEES" : x.err));
  await world.db.sql`update users set status='active' where id=${m.id}`;
  // own task accepted through deputy
  const t = await core.createTask.run(world.ctx(await world.as("pto")), { objectId: o.id, title: "x", assigneeId: m.id });
  await core.changeTaskStatus.run(world.ctx(m), { taskId: t.id, to: "in_progress", version: 1 });
  await core.changeTaskStatus.run(world.ctx(m), { taskId: t.id, to: "review", version: 2 });
  console.log("deputy accepts principal's work", await code(core.changeTaskStatus.run(world.ctx(da), { taskId: t.id, to: "done", version: 3 })).then((x) => "ok" in x ? "DONE" : x.err));
});
test("audit principal of closed request", async () => {
  const o = await world.anObject({ volumes: [], team: ["construction_itr", "pto"] });
  const m = await world.as("project_manager"); const f = await world.as("construction_itr"); const p = await world.as("pto");
  await core.createDelegation.run(world.ctx(p), { deputyId: f.id, fromDay: "2026-09-08", toDay: "2026-09-20" });
  const t = await core.createTask.run(world.ctx(m), { objectId: o.id, title: "x", assigneeId: f.id, deadline: "2026-09-12" });
  const fa = await world.again(f);
  await core.requestReschedule.run(world.ctx(fa), { taskId: t.id, deadline: "2026-09-15", reason: R });
  await core.changeTaskStatus.run(world.ctx(fa), { taskId: t.id, to: "new", version: 1, reason: R });
  console.log("AUD", await world.db.read("select action, entity_type, actor_id, on_behalf_of, by from audit_log where object_id=$1 order by id desc limit 3", [o.id]));
});
