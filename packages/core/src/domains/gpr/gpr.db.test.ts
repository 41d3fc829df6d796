import type { Role, UserActor } from "@stsphera/rbac";
import { SIGNER_ROLES } from "@stsphera/schedule/versions";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createTestWorld, fieldsOf, refusalOf, type TestObject, type World } from "../../testing/index.ts";
import { createDelegation } from "../delegations/verbs.ts";
import { changeObjectStatus } from "../objects/index.ts";
import {
  changeGprStatus,
  createGpr,
  diffGpr,
  editGprRows,
  fillGpr,
  getGpr,
  getGprContent,
  getObjectGpr,
  listGpr,
  pasteGprRows,
  previewGprTemplate,
  redoGprStep,
  remarkGpr,
  replaceGprSigner,
  signGpr,
  undoGprStep,
} from "./index.ts";

let world: World;
let here: TestObject;
let manager: UserActor;

beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  here = await world.createTestObject({
    active: false,
    passport: {
      contractDate: "2026-09-01",
      startDate: "2026-09-14",
      deadline: "2027-08-31",
      workWeek: [1, 2, 3, 4, 5],
    },
  });
  manager = await world.as("project_manager");
  const ctx = world.ctx(manager);
  await changeObjectStatus.run(ctx, { objectId: here.id, move: "plan", version: await objectVersion() });
});

async function objectVersion(): Promise<number> {
  const [row] = await world.db.read<{ version: number }>("select version from objects where id = $1", [
    here.id,
  ]);
  return row?.version ?? 0;
}
const objectStatus = async () => {
  const [row] = await world.db.read<{ status: string }>("select status from objects where id = $1", [
    here.id,
  ]);
  return row?.status;
};
const as = async (role: Role) => world.ctx(await world.as(role));
const begin = async (from: "template" | "empty" | "active" = "template") =>
  createGpr.run(await as("project_manager"), {
    objectId: here.id,
    from,
    ...(from === "template" ? { template: "nvf" } : {}),
  });
const content = async (gprId: number) => getGprContent.run(await as("project_manager"), { gprId });
const card = async (gprId: number, role: Role = "project_manager") => getGpr.run(await as(role), { gprId });
const send = async (gprId: number) => {
  const { version } = await card(gprId);
  return changeGprStatus.run(await as("project_manager"), { gprId, move: "send", version });
};
const sign = async (gprId: number, role: Role) =>
  signGpr.run(await as(role), { gprId, hash: (await card(gprId)).hash ?? "" });
const edit = async (gprId: number, ...edits: Parameters<typeof editGprRows.run>[1]["edits"]) =>
  editGprRows.run(await as("project_manager"), { gprId, edits });
const add = (name: string, duration = 5) =>
  ({ do: "add", name, department: "construction", duration }) as const;
const refuses = async (work: () => Promise<unknown>) => {
  const before = await world.traces();
  const refused = await refusalOf(work());
  expect(await world.traces()).toEqual(before);
  return refused;
};
/** A version of three rows, one after another, owned by the foreman. */
async function small() {
  const { id } = await begin("empty");
  const { id: ownerId } = await world.as("construction_itr");
  const owned = (name: string) => ({ ...add(name), ownerId });
  const { rows } = await edit(id, owned("Разметка"), owned("Кронштейны"), owned("Модули"));
  const [a = "", b = "", c = ""] = rows
    .toSorted((one, other) => one.number - other.number)
    .map(({ key }) => key);
  await edit(id, { do: "chain", rows: [a, b, c] });
  return { id, a, b, c };
}
async function signedByAll(gprId: number) {
  await send(gprId);
  for (const role of SIGNER_ROLES) await sign(gprId, role);
}

describe("a draft", () => {
  test("begins with a template: dates at once, owners by department; there is one at a time", async () => {
    const { id, number } = await begin();
    expect(number).toBe(1);
    const { rows, links, finish, people } = await content(id);
    expect(rows.length).toBeGreaterThan(100);
    expect(links.length).toBeGreaterThan(100);
    expect(rows.every(({ start, finish: last }) => start !== null && last !== null)).toBe(true);
    expect(rows.filter(({ critical }) => critical).length).toBeGreaterThan(5);
    expect(finish).toBe(
      rows
        .map((row) => row.finish ?? "")
        .toSorted()
        .at(-1),
    );
    expect(people.length).toBeGreaterThan(8);
    const again = await refuses(() => begin());
    expect(again).toMatchObject({ code: "conflict", details: { sentence: "gpr_is_open" } });
    expect(await refuses(() => begin("active"))).toMatchObject({ code: "conflict" });
  });

  test("a template tells the dates it would have before there is an object", async () => {
    const ctx = await as("project_manager");
    const at = { template: "nvf", startOn: "2026-09-14", workWeek: "12345", followTransfers: "false" };
    const told = await previewGprTemplate.run(ctx, at);
    const { rows, links, finish } = await content((await begin()).id);
    const leaves = rows.filter(({ parent }) => parent !== null);
    expect(told).toMatchObject({ finishOn: finish, rows: leaves.length, links: links.length });
    for (const { department, rows: count, from, to } of told.departments) {
      const own = leaves.filter((row) => row.department === department);
      expect({ count, from, to }, department).toEqual({
        count: own.length,
        from: own.map(({ start }) => start ?? "").toSorted()[0],
        to: own
          .map((row) => row.finish ?? "")
          .toSorted()
          .at(-1),
      });
    }
    const six = await previewGprTemplate.run(ctx, { ...at, workWeek: "123456" });
    expect(six.finishOn < told.finishOn).toBe(true);
    const moved = await previewGprTemplate.run(ctx, { ...at, followTransfers: "true" });
    expect(moved.finishOn).not.toBe(told.finishOn);
    const unknown = await refuses(() => previewGprTemplate.run(ctx, { ...at, template: "none" }));
    expect(fieldsOf(unknown)).toEqual(["template: gpr_unknown_template"]);
  });

  test("is filled anew, and the step is taken back and repeated with its first day", async () => {
    const { id } = await begin("empty");
    const { version } = await card(id);
    const ctx = await as("project_manager");
    await fillGpr.run(ctx, {
      gprId: id,
      version,
      from: "template",
      template: "spk_stick",
      startOn: "2026-10-05",
    });
    const filled = await content(id);
    expect(filled).toMatchObject({ startOn: "2026-10-05", can: { edit: true, undo: true, redo: false } });
    await undoGprStep.run(ctx, { gprId: id });
    expect(await content(id)).toMatchObject({
      rows: [],
      links: [],
      startOn: "2026-09-14",
      can: { redo: true },
    });
    await redoGprStep.run(ctx, { gprId: id });
    const again = await content(id);
    expect(again.rows.map(({ version: _version, ...row }) => row)).toEqual(
      filled.rows.map(({ version: _version, ...row }) => row),
    );
    const stale = () => fillGpr.run(ctx, { gprId: id, version, from: "empty" });
    expect((await refuses(stale)).code).toBe("version_conflict");
  });

  test("rows are changed, moved, linked and removed; what stays keeps its version", async () => {
    const { id, a, b, c } = await small();
    const before = await content(id);
    expect(before.rows.map(({ start, finish }) => `${start} ${finish}`)).toEqual([
      "2026-09-14 2026-09-18",
      "2026-09-21 2026-09-25",
      "2026-09-28 2026-10-02",
    ]);
    const versions = new Map(before.rows.map(({ key, version }) => [key, version]));
    const seen = (key: string) => ({ key, version: versions.get(key) ?? 0 });
    await edit(id, { do: "set", rows: [seen(b)], fields: { duration: 10 } });
    const after = await content(id);
    expect(after.finish).toBe("2026-10-09");
    expect(after.rows.map(({ key, version }) => version - (versions.get(key) ?? 0))).toEqual([0, 1, 0]);
    await edit(
      id,
      { do: "link", from: a, to: c, type: "SS", lag: 2 },
      { do: "unlink", from: b, to: c, type: "FS" },
    );
    expect((await content(id)).rows.at(-1)?.start).toBe("2026-09-16");
    await edit(id, { do: "remove", rows: [seen(a)] });
    const left = await content(id);
    expect(left.rows.map(({ number }) => number)).toEqual([2, 3]);
    expect(left.links).toEqual([]);
    const { rows } = await edit(id, add("Ещё одна"));
    expect(rows.map(({ number }) => number)).toEqual([4]);
  });

  test("two people edit at once: other rows go through, the same row is a conflict that shows it", async () => {
    const { id, a, b } = await small();
    const seenAt = new Map((await content(id)).rows.map(({ key, version }) => [key, version]));
    const set = (key: string, duration: number) =>
      edit(id, { do: "set", rows: [{ key, version: seenAt.get(key) ?? 0 }], fields: { duration } });
    await Promise.all([set(a, 7), set(b, 8)]);
    expect((await content(id)).rows.slice(0, 2).map(({ duration }) => duration)).toEqual([7, 8]);
    const stale = await refuses(() => set(a, 9));
    expect(stale.code).toBe("version_conflict");
    expect(stale.details.current).toMatchObject({
      rows: [{ key: a, duration: 7, version: (seenAt.get(a) ?? 0) + 1 }],
    });
  });

  test("a row that was removed and comes back is another row to who saw it before", async () => {
    const { id, a } = await small();
    const [before] = (await content(id)).rows;
    if (before === undefined) throw new Error("no row");
    const renamed = (version: number) =>
      edit(id, { do: "set", rows: [{ key: a, version }], fields: { name: "Как видел раньше" } });
    await edit(id, { do: "set", rows: [{ key: a, version: before.version }], fields: { duration: 9 } });
    await edit(id, { do: "remove", rows: [{ key: a, version: before.version + 1 }] });
    await undoGprStep.run(await as("project_manager"), { gprId: id });
    expect((await refuses(() => renamed(before.version))).code).toBe("version_conflict");
    expect((await refuses(() => renamed(before.version + 1))).code).toBe("version_conflict");
    const back = (await content(id)).rows.find(({ key }) => key === a);
    expect(back).toMatchObject({ duration: 9 });
  });

  test("the audit log tells every changed field and link", async () => {
    const { id, a, c } = await small();
    const [row] = (await content(id)).rows;
    const version = row?.version ?? 0;
    await edit(id, { do: "link", from: a, to: c, type: "SS", lag: 2 });
    await edit(id, { do: "set", rows: [{ key: a, version }], fields: { department: "supply" } });
    const log = await world.db.read<{ before: unknown; after: unknown }>(
      `select before, after from audit_log where entity_type = 'gpr' and entity_id = $1 order by id desc limit 2`,
      [id],
    );
    const [set, linked] = log.map(({ before, after }) => JSON.stringify([before, after]));
    expect(linked).toContain("1 → 3 SS 2");
    expect(set).toContain("supply");
  });

  test("a cycle is named, a row that is gone, an owner from elsewhere", async () => {
    const { id, a, c } = await small();
    const cycle = await refuses(() => edit(id, { do: "link", from: c, to: a }));
    expect(cycle.details).toMatchObject({ sentence: "gpr_cycle" });
    expect(String(cycle.details.values?.["rows"]).split(" → ")).toHaveLength(4);
    const gone = "00000000-0000-4000-8000-000000000000";
    const unknown = await refuses(() => edit(id, { do: "link", from: gone, to: a }));
    expect(fieldsOf(unknown)).toEqual(["edits.0: gpr_row_gone"]);
    const stranger = await world.createUser();
    const foreign = () => edit(id, { ...add("Чужая"), ownerId: stranger.id });
    expect(fieldsOf(await refuses(foreign))).toEqual(["ownerId: not_on_object"]);
  });

  test("pasted rows are refused as a whole for a name that cannot be seen, or for more rows than a version holds", async () => {
    const { id } = await begin("empty");
    const paste = async (table: string[][]) =>
      pasteGprRows.run(await as("project_manager"), { gprId: id, version: (await card(id)).version, table });
    const unseen = await refuses(() => paste([["Разметка"], ["\u2800\u3164"]]));
    expect(unseen.details.sentence).toBe("gpr_paste_row");
    const many = await refuses(() => paste(Array.from({ length: 5000 }, (_, at) => [`Строка ${at}`])));
    expect(many.details.sentence).toBe("gpr_too_many_rows");
    const broken = await refuses(() =>
      paste([
        ["Название", "Дней"],
        ["Разметка", "три"],
        ["Кронштейны", "2"],
        ["Панели", "-1"],
      ]),
    );
    expect(fieldsOf(broken)).toEqual(["table.1.1: gpr_paste_cell", "table.3.1: gpr_paste_cell"]);
    expect(broken.details.fields?.map(({ values }) => values)).toEqual([
      { line: 2, column: 2, text: "три" },
      { line: 4, column: 2, text: "-1" },
    ]);
    await paste([["Разметка"], ["Кронштейны"]]);
    expect((await content(id)).rows.map(({ name }) => name)).toEqual(["Разметка", "Кронштейны"]);
  });

  test("a step that somebody has built upon is not taken back", async () => {
    const { id } = await begin("empty");
    const { rows } = await edit(id, add("Моя"));
    const [mine] = rows;
    if (mine === undefined) throw new Error("no row");
    const admin = await as("admin");
    const { key, version } = mine;
    const rename = { do: "set" as const, rows: [{ key, version }], fields: { name: "Наша" } };
    await editGprRows.run(admin, { gprId: id, edits: [rename] });
    const undo = async () => undoGprStep.run(await as("project_manager"), { gprId: id });
    expect((await refuses(undo)).details.sentence).toBe("gpr_step_built_upon");
    await undoGprStep.run(admin, { gprId: id });
    await undo();
    expect((await content(id)).rows).toEqual([]);
    expect((await refuses(undo)).details.sentence).toBe("nothing_to_undo");
  });
});

describe("signing", () => {
  test("what forbids sending is told as one list", async () => {
    const { id } = await begin("empty");
    await edit(id, add("Без ответственного"));
    await world.db.sql`delete from object_roles where object_id = ${here.id} and role = 'supply'`;
    const refused = await refuses(() => send(id));
    expect(fieldsOf(refused)).toEqual(["rows.1: gpr_without_owner", "rows: gpr_signers_missing"]);
    expect(refused.details.fields?.map(({ values }) => values)).toEqual([
      { rows: "1", count: 1 },
      { rows: "supply", count: 1 },
    ]);
    expect(refused.details.values).toMatchObject({ rows: "1", count: 1 });
  });

  test("five sign, the last one puts it in force: the object is active, the next version archives it", async () => {
    const { id } = await small();
    await send(id);
    expect(await card(id, "supply")).toMatchObject({
      can: { actions: ["sign", "remark"] },
      signers: 5,
      signed: 0,
    });
    for (const role of SIGNER_ROLES.slice(0, 4)) {
      expect(await sign(id, role)).toMatchObject({ status: "pending_signatures" });
    }
    const twice = await refuses(() => sign(id, "supply"));
    expect(twice.details.sentence).toBe("gpr_signed_already");
    expect((await card(id, "supply")).can.actions).toEqual(["remark"]);
    expect(await objectStatus()).toBe("planning");
    expect(await sign(id, "construction_itr")).toMatchObject({ status: "active" });
    expect(await objectStatus()).toBe("active");
    const next = await begin("active");
    const rows = await content(next.id);
    expect(rows.rows.map(({ key }) => key)).toEqual((await content(id)).rows.map(({ key }) => key));
    await edit(next.id, { ...add("Снятие подъёмника"), ownerId: (await world.as("pto")).id });
    await signedByAll(next.id);
    const { items } = await listGpr.run(await as("pto"), { objectId: here.id });
    expect(items.map(({ number, status }) => `${number} ${status}`)).toEqual(["2 active", "1 archived"]);
    expect(await getObjectGpr.run(await as("pto"), { objectId: here.id })).toMatchObject({ number: 2 });
    expect(await card(next.id)).toMatchObject({
      changes: { against: 1, added: 1, removed: 0, moved: 0, changed: 0 },
    });
    const diff = await diffGpr.run(await as("pto"), { gprId: next.id, with: id });
    expect(diff).toMatchObject({
      before: { number: 1 },
      added: [{ name: "Снятие подъёмника" }],
      changed: [],
    });
    expect((await refuses(() => edit(id, add("Поздно")))).details.sentence).toBe("gpr_not_draft");
  });

  test("all five at once activate once", async () => {
    const { id } = await small();
    await send(id);
    const hash = (await card(id)).hash ?? "";
    const twice = [...SIGNER_ROLES, ...SIGNER_ROLES];
    const results = await Promise.allSettled(
      twice.map(async (role) => signGpr.run(await as(role), { gprId: id, hash })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    const [told] = await world.db.read<{ count: number }>(
      "select count(*)::int as count from outbox where type = 'gpr.activated' and entity_id = $1",
      [id],
    );
    expect(told?.count).toBe(1);
    expect(await card(id)).toMatchObject({ status: "active", signed: 5 });
  });

  test("rows that begin within 14 days and plan no volumes become tasks, once for all versions", async () => {
    const { id } = await small();
    await signedByAll(id);
    const tasks = async () =>
      world.db.read<{ title: string; deadline: string; creator: number }>(
        `select title, deadline::text, creator_id as creator from tasks where object_id = $1 order by id`,
        [here.id],
      );
    const creator = manager.id;
    expect(await tasks()).toEqual([
      { title: "Разметка", deadline: "2026-09-18", creator },
      { title: "Кронштейны", deadline: "2026-09-25", creator },
    ]);
    await signedByAll((await begin("active")).id);
    expect(await tasks()).toHaveLength(2);
  });

  test("an edit, a remark and a recall void the signatures; a remark becomes a task", async () => {
    const { id, b } = await small();
    const seenAt = (await content(id)).rows.find(({ key }) => key === b)?.version ?? 0;
    const signedOnce = async () => {
      await send(id);
      await sign(id, "supply");
    };
    await signedOnce();
    await edit(id, { do: "set", rows: [{ key: b, version: seenAt }], fields: { duration: 6 } });
    expect(await card(id)).toMatchObject({ status: "draft", signatures: [], hash: null, finishOn: null });
    await signedOnce();
    const old = (await card(id)).hash ?? "";
    const text = "Монтаж кронштейнов за шесть дней не сделать";
    await remarkGpr.run(await as("production"), { gprId: id, text, rows: [b] });
    expect(await card(id)).toMatchObject({ status: "draft", signed: 0 });
    const [task] = await world.db.read<{ title: string; text: string; assignee: number }>(
      "select title, text, assignee_id as assignee from tasks where object_id = $1",
      [here.id],
    );
    expect(task).toEqual({
      title: "Замечание к ГПР, версия 1",
      text: `${text}\n2 Кронштейны`,
      assignee: manager.id,
    });
    await edit(id, { do: "set", rows: [{ key: b, version: seenAt + 1 }], fields: { duration: 8 } });
    await send(id);
    const stale = async () => signGpr.run(await as("supply"), { gprId: id, hash: old });
    expect((await refuses(stale)).code).toBe("version_conflict");
    const { version } = await card(id);
    await changeGprStatus.run(await as("project_manager"), { gprId: id, move: "recall", version });
    expect(await card(id)).toMatchObject({ status: "draft", signatures: [] });
  });

  test("a signer who left is replaced, and that signature alone is asked for anew", async () => {
    const { id } = await small();
    await send(id);
    await sign(id, "production");
    const other = await world.createUser({ role: "supply" });
    const replace = async (role: Role, signerId: number) =>
      replaceGprSigner.run(await as("project_manager"), { gprId: id, role, signerId });
    expect(fieldsOf(await refuses(() => replace("supply", other.id)))).toEqual(["signerId: gpr_signer_role"]);
    await world.db.sql`insert into object_roles (object_id, user_id, role, since)
      values (${here.id}, ${other.id}, 'supply', ${world.now})`;
    const manager = await world.as("project_manager");
    await world.db.sql`insert into object_roles (object_id, user_id, role, since)
      values (${here.id}, ${manager.id}, 'supply', ${world.now})`;
    expect(fieldsOf(await refuses(() => replace("supply", manager.id)))).toEqual([
      "signerId: gpr_signer_self",
    ]);
    await replace("supply", other.id);
    expect((await refuses(() => replace("production", other.id))).details.sentence).toBe(
      "gpr_signed_already",
    );
    expect(await refuses(() => sign(id, "supply"))).toMatchObject({ code: "forbidden" });
    const signer = world.ctx(await world.again(other));
    await signGpr.run(signer, { gprId: id, hash: (await card(id)).hash ?? "" });
    expect(await card(id)).toMatchObject({ signed: 2, status: "pending_signatures" });
  });

  test("who has the role of their signature no more signs for nobody, nor does their deputy", async () => {
    const { id } = await small();
    await send(id);
    const hash = (await card(id)).hash ?? "";
    const mover = await world.createUser({ role: "supply" });
    const deputy = await world.createUser({ role: "geodesist" });
    await world.db.sql`insert into object_roles (object_id, user_id, role, since)
      values (${here.id}, ${mover.id}, 'supply', ${world.now})`;
    await replaceGprSigner.run(await as("project_manager"), {
      gprId: id,
      role: "supply",
      signerId: mover.id,
    });
    const delegation = { deputyId: deputy.id, fromDay: "2026-09-08", toDay: "2026-09-09" };
    await createDelegation.run(world.ctx(await world.again(mover)), delegation);
    await world.db.sql`update object_roles set role = 'production'
      where object_id = ${here.id} and user_id = ${mover.id}`;
    for (const person of [mover, deputy]) {
      const ctx = world.ctx(await world.again(person));
      expect(await refuses(() => signGpr.run(ctx, { gprId: id, hash }))).toMatchObject({ code: "forbidden" });
      const remark = () => remarkGpr.run(ctx, { gprId: id, text: "Поставка не успеет" });
      expect(await refuses(remark)).toMatchObject({ code: "forbidden" });
      const seen = await getGpr.run(ctx, { gprId: id });
      expect(seen.can.actions).toEqual([]);
      expect(seen.signatures.some(({ yours }) => yours)).toBe(false);
    }
  });

  test("a deputy signs for the absent signer and it is recorded for both; an admin only with a reason", async () => {
    const { id } = await small();
    await send(id);
    const hash = (await card(id)).hash ?? "";
    const absent = await world.as("production");
    const deputy = await world.createUser({ role: "geodesist" });
    const delegation = { deputyId: deputy.id, fromDay: "2026-09-08", toDay: "2026-09-09" };
    await createDelegation.run(world.ctx(absent), delegation);
    const [session] = await world.db.sql<{ id: number }[]>`
      insert into sessions (family, user_id, kind, given_by, browser, address, created_at, last_seen_at, expires_at)
      values (gen_random_uuid(), ${absent.id}, 'given', ${deputy.id}, 'Chrome', '203.0.113.7', ${world.now}, ${world.now},
        ${new Date(world.now.getTime() + 86_400_000)}) returning id`;
    const given = { ...absent, session: { id: session?.id ?? 0, givenBy: deputy.id } };
    const byLink = () => signGpr.run(world.ctx(given), { gprId: id, hash });
    expect((await refuses(byLink)).details).toMatchObject({ sentence: "session_is_given" });
    const acting = world.ctx(await world.again(deputy));
    expect((await getGpr.run(acting, { gprId: id })).can.actions).toEqual(["sign", "remark"]);
    await signGpr.run(acting, { gprId: id, hash });
    const signature = (await card(id)).signatures.find(({ role }) => role === "production");
    expect(signature).toMatchObject({ signer: { id: absent.id }, signedBy: { id: deputy.id } });
    const [audit] = await world.db.read<{ behalf: number }>(
      "select on_behalf_of as behalf from audit_log where action = 'gpr.sign' order by id desc limit 1",
      [],
    );
    expect(audit?.behalf).toBe(absent.id);
    const admin = await as("admin");
    expect((await refuses(() => signGpr.run(admin, { gprId: id, hash }))).code).toBe("forbidden");
    const overrideReason = "подпись на бумаге, скан в деле";
    const reasoned = { gprId: id, hash, overrideReason };
    expect(fieldsOf(await refuses(() => signGpr.run(admin, reasoned)))).toEqual([
      "role: gpr_role_of_signature",
    ]);
    await signGpr.run(admin, { ...reasoned, role: "supply" });
    expect(await card(id)).toMatchObject({ signed: 2 });
  });
});
