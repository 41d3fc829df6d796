import { afterAll, beforeAll, test, vi } from "vitest";
import { MEMBER_ROLES } from "@stsphera/rbac";
import { openWorld, type World } from "./testing/index.ts";
import * as core from "./index.ts";
vi.setConfig({ testTimeout: 120_000 });
let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());
const code = async (p: Promise<unknown>) => { try { const r = await p; return { ok: r }; } catch (e) { return { err: (e as {code?:string}).code, d: (e as {details?:unknown}).details, m: (e as Error).message.slice(0,200) }; } };
const short = (x: Awaited<ReturnType<typeof code>>) => "ok" in x ? `OK ${JSON.stringify(x.ok)?.slice(0,160)}` : `${x.err} ${JSON.stringify(x.d)} ${x.m}`;
test("huge team", async () => {
  const o = await world.anObject({ volumes: [], team: [] });
  const m = await world.as("project_manager");
  await world.db.sql`insert into users (telegram_id, full_name, role, status, created_at) select 5000000 + g, 'Человек ' || g, 'installer', 'active', now() from generate_series(1, 499) g`;
  const ids = await world.db.read<{ id: number }>("select id from users where telegram_id > 5000000 order by id", []);
  const members = [{ userId: m.id, roles: ["project_manager" as const] }, ...ids.map(({ id }) => ({ userId: id, roles: MEMBER_ROLES.filter((r) => r !== "project_manager") }))];
  let t = Date.now();
  const a = await code(core.setObjectTeam.run(world.ctx(m), { objectId: o.id, version: o.version, members }));
  console.log("GIVE", Date.now() - t, short(a)); t = Date.now();
  const b = await code(core.setObjectTeam.run(world.ctx(m), { objectId: o.id, version: o.version + 1, members: members.slice(0, 1) }));
  console.log("TAKE", Date.now() - t, short(b));
});
test("huge wizard", async () => {
  const m = await world.as("project_manager");
  const works = await world.db.read<{ id: number }>("select id from work_types where unit not in ('шт') order by id limit 4", []);
  const facades = Array.from({ length: 10 }, (_, i) => ({ code: `Ф${i}`, name: "Ю", sort: i }));
  const floors = Array.from({ length: 50 }, (_, i) => ({ code: `${i}`, sort: i }));
  const volumes = facades.flatMap((f) => floors.flatMap((l) => works.map((w) => ({ facade: f.code, floor: l.code, workTypeId: w.id, planQty: "10", planStart: "2026-09-10", planFinish: "2027-09-01" })))).slice(0, 2000);
  const data = { object: { name: "Ш", city: "М", address: "а", customer: "к", facadeTypes: ["spk" as const], deadline: "2030-01-01" }, facades, floors, volumes };
  const d = await core.createObjectDraft.run(world.ctx(m), { data });
  const t = Date.now();
  const r = await code(core.completeObjectDraft.run(world.ctx(m), { draftId: d.id, version: d.version }));
  console.log("WIZ", volumes.length, Date.now() - t, short(r));
});
test("odd words", async () => {
  const o = await world.anObject({ volumes: [] }); const m = world.ctx(await world.as("project_manager"));
  for (const [n, p] of [
    ["nul title", () => core.createTask.run(m, { objectId: o.id, title: "a\u0000b" })],
    ["nul search", () => core.listTasks.run(m, { objectId: o.id, search: "\u0000" })],
    ["lone surrogate", () => core.createTask.run(m, { objectId: o.id, title: "a\ud800b" })],
    ["nul checklist", () => core.createTask.run(m, { objectId: o.id, title: "ab", checklist: ["\u0000"] })],
    ["nul draft", () => core.createObjectDraft.run(m, { data: { object: { name: "a\u0000" } } })],
    ["surrogate draft", () => core.createObjectDraft.run(m, { data: { object: { name: "a\ud800" } } })],
    ["surrogate reason", () => core.changeObjectStatus.run(m, { objectId: o.id, to: "on_hold", version: o.version, reason: "ааааа\ud800" })],
    ["dup checklist", () => core.createTask.run(m, { objectId: o.id, title: "ab", checklist: ["а", "а", "а"] })],
    ["budget huge", () => core.updateObject.run(m, { objectId: o.id, version: o.version, budget: "999999999999999.99" })],
    ["limit huge", () => core.saveObjectSettings.run(m, { objectId: o.id, version: o.version + 1, gateMode: "accepted", moduleFactSource: "entry", approvalLimit: "999999999999999.99", shiftStart: "08:00", shiftEnd: "20:00", dayCutoff: "06:00" })],
    ["version huge", () => core.updateObject.run(m, { objectId: o.id, version: 9007199254740991, city: "x" })],
    ["facade sort", () => core.addFacades.run(m, { objectId: o.id, version: o.version + 2, facades: [{ code: "zz", name: "q", sort: 2147483648 }] })],
    ["deadline far", () => core.createTask.run(m, { objectId: o.id, title: "ab", deadline: "2100-12-31" })],
  ] as [string, () => Promise<unknown>][]) console.log("ODD", n, short(await code(p())));
});
