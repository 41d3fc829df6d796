import type { DefectStatus } from "@stsphera/contracts/vocabulary";
import type { Role, UserActor } from "@stsphera/rbac";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeQuiet, openRelayDesk, type RelayDesk } from "../../platform/notify/testing/relay-desk.ts";
import { setObjectTeam } from "../objects/index.ts";
import { changeUserRole, changeUserStatus } from "../people/index.ts";
import { changeDefectStatus } from "./index.ts";
import { insertDefect } from "./testing/insert-defect.ts";

let desk: RelayDesk;
let manager: UserActor;
let reporter: UserActor;
let leaver: UserActor;
let heir: UserActor;
let admin: UserActor;

beforeEach(async () => {
  desk = await openRelayDesk();
  const { world } = desk;
  [manager, reporter] = [await world.as("project_manager"), await world.as("pto")];
  leaver = await world.createUser({ role: "installer", fullName: "Илья Сомов" });
  heir = await world.createUser({ role: "installer", fullName: "Пётр Сорокин" });
  await team(["installer"]);
  await desk.relay();
  await desk.sent();
});
afterEach(() => closeQuiet(desk));

/** The manager and PTO, the heir, and the leaver in these roles. */
async function team(roles: readonly Role[], minutes = 0): Promise<void> {
  const { world, object } = desk;
  const [row] = await world.db.read<{ version: number }>("select version from objects where id = $1", [
    object.id,
  ]);
  await setObjectTeam.run(world.ctx(await world.as("admin"), { now: later(minutes) }), {
    objectId: object.id,
    version: row?.version ?? 0,
    members: [
      { userId: manager.id, roles: ["project_manager"] },
      { userId: reporter.id, roles: ["pto"] },
      { userId: heir.id, roles: ["installer"] },
      ...(roles.length === 0 ? [] : [{ userId: leaver.id, roles: [...roles] }]),
    ],
  });
}
const later = (minutes: number) => new Date(desk.world.now.getTime() + minutes * 60_000);
const put = (status: DefectStatus, more: object = {}) =>
  insertDefect(desk.world.ctx(manager), desk.object, {
    status,
    reporterId: reporter.id,
    responsibleId: leaver.id,
    ...more,
  });

type Row = { status: string; responsible: number | null; version: number; waits: string[] };
async function stateOf(defectId: number): Promise<Row> {
  const [row] = await desk.world.db.read<Row>(
    `select d.status, d.responsible_id as responsible, d.version, array(select p.kind from pending_decisions p
       where p.entity_type = 'defect' and p.entity_id = d.id order by p.kind) as waits
     from defects d where d.id = $1`,
    [defectId],
  );
  if (row === undefined) throw new Error("no defect");
  return row;
}
const OPEN = { status: "open", responsible: null, version: 2, waits: ["defect_to_assign"] };
const toManager = async () =>
  (await desk.sent()).filter(({ chat }) => chat === manager.telegramId).map(({ text }) => text);

test("what a removed member had in hand is open again, and the managers are asked to name somebody", async () => {
  const inHand: number[] = [];
  for (const status of ["assigned", "in_work", "reopened", "disputed"] as const)
    inHand.push(await put(status));
  const fixed = await put("fixed");
  const others = await put("assigned", { responsibleId: heir.id });
  await team([]);
  for (const id of inHand) expect(await stateOf(id)).toEqual(OPEN);
  expect(await stateOf(fixed)).toMatchObject({ status: "fixed", responsible: leaver.id, version: 1 });
  expect(await stateOf(others)).toMatchObject({ status: "assigned", responsible: heir.id, version: 1 });
  await desk.relay();
  // The reporter sees it on the card that they may have.
  const told = (await desk.sent()).filter(({ card, ring }) => card?.startsWith("defect:") && ring !== "edit");
  expect(told.map(({ chat, card }) => [chat, card])).toEqual(
    inHand.map((id) => [manager.telegramId, `defect:${id}`]),
  );
  expect(told[0]?.text).toContain("Ответственный  не назначен, прежний больше не работает на объекте");
  expect(told[0]?.buttons.map(({ text }) => text)).toEqual(["Назначить", "Открыть"]);
  const [audit] = await desk.world.db.read(
    `select by, before->>'status' as before, after->>'status' as after from audit_log
     where entity_type = 'defect' and entity_id = $1`,
    [inHand[0]],
  );
  expect(audit).toEqual({ by: "system:rights_lost", before: "assigned", after: "open" });
});

test("who returns within ten minutes has them back as they stood, but those that somebody was named for", async () => {
  const [work, given] = [await put("in_work"), await put("assigned")];
  const since = await desk.world.db.read("select status_since from defects where id = $1", [work]);
  await team([], 1);
  const ctx = desk.world.ctx(manager, { now: later(2) });
  await changeDefectStatus.run(ctx, { defectId: given, version: 2, move: "assign", responsibleId: heir.id });
  await team(["installer"], 3);
  expect(await stateOf(work)).toEqual({
    status: "in_work",
    responsible: leaver.id,
    version: 3,
    waits: ["defect_to_fix"],
  });
  expect(await desk.world.db.read("select status_since from defects where id = $1", [work])).toEqual(since);
  expect(await stateOf(given)).toMatchObject({ status: "assigned", responsible: heir.id });
});

test.each([
  ["after ten minutes", "installer", 12],
  ["as who may fix nothing", "viewer", 2],
] as const)("a return %s gives nothing back", async (_how, role, minutes) => {
  const id = await put("assigned");
  await team([], 1);
  await team([role], minutes);
  expect(await stateOf(id)).toEqual(OPEN);
});

test("another role that may fix keeps them", async () => {
  const id = await put("assigned");
  await team(["supply"]);
  expect(await stateOf(id)).toMatchObject({ status: "assigned", responsible: leaver.id, version: 1 });
});

test.each([
  [
    "a deactivated user",
    (version: number) =>
      changeUserStatus.run(desk.world.ctx(admin), {
        userId: leaver.id,
        to: "deactivated",
        version,
        reason: "уволился",
      }),
  ],
  [
    "an observer of the company",
    (version: number) =>
      changeUserRole.run(desk.world.ctx(admin), { userId: leaver.id, role: "viewer", version }),
  ],
] as const)("%s leaves those of every object", async (_who, happens) => {
  admin = await desk.world.as("admin");
  const id = await put("in_work");
  const [row] = await desk.world.db.read<{ version: number }>("select version from users where id = $1", [
    leaver.id,
  ]);
  await happens(row?.version ?? 0);
  expect(await stateOf(id)).toEqual(OPEN);
  await desk.relay();
  expect(await toManager()).toContainEqual(expect.stringContaining("прежний больше не работает"));
});

test("what its fixer, who has left, did not fix is open when it is reopened, and the managers are asked", async () => {
  const id = await put("fixed");
  await team([]);
  await desk.relay();
  await desk.sent();
  const ctx = desk.world.ctx(await desk.world.again(reporter));
  const move = { defectId: id, version: 1, move: "reopen" as const, reason: "шов снова пуст" };
  expect(await changeDefectStatus.run(ctx, move)).toMatchObject({ status: "open" });
  expect(await stateOf(id)).toEqual(OPEN);
  await desk.relay();
  expect(await toManager()).toEqual([expect.stringContaining("прежний больше не работает")]);
});
