import type { UserActor } from "@stsphera/rbac";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeQuiet, openRelayDesk, type RelayDesk } from "../../platform/notify/testing/relay-desk.ts";
import { changeDefectStatus, updateDefect } from "./index.ts";
import { insertDefect } from "./testing/insert-defect.ts";

let desk: RelayDesk;
let manager: UserActor;
let reporter: UserActor;
let installer: UserActor;
let factory: UserActor;

beforeEach(async () => {
  desk = await openRelayDesk();
  const { world } = desk;
  manager = await world.as("project_manager");
  reporter = await world.as("construction_itr");
  installer = await world.as("installer");
  factory = await world.as("production");
});
afterEach(() => closeQuiet(desk));

const put = (more: object = {}) =>
  insertDefect(desk.world.ctx(manager), desk.object, { reporterId: reporter.id, ...more });
const at = (actor: UserActor) => desk.world.ctx(actor);
const NAMES = () =>
  new Map([
    [manager.telegramId, "manager"],
    [reporter.telegramId, "reporter"],
    [installer.telegramId, "installer"],
    [factory.telegramId, "factory"],
  ]);
async function told(): Promise<string[]> {
  await desk.relay();
  const names = NAMES();
  return (await desk.sent()).map(({ chat, ring }) => `${names.get(chat) ?? chat} ${ring}`).toSorted();
}
const priorities = async () =>
  new Set((await desk.notifications()).filter(({ unread }) => unread).map(({ priority }) => priority));

test.each([
  ["of the installation", "installation", []],
  ["of the factory", "factory", ["factory always"]],
] as const)(
  "one %s that becomes critical rings as a critical one that is reported",
  async (_of, origin, too) => {
    const id = await put({ origin, severity: "minor" });
    const ctx = at(reporter);
    await updateDefect.run(ctx, { defectId: id, version: 1, severity: "major" });
    expect(await told()).toEqual([]);
    await updateDefect.run(ctx, { defectId: id, version: 2, severity: "critical" });
    expect(await told()).toEqual([...too, "manager always"]);
    expect(await priorities()).toEqual(new Set(["critical"]));
    // What else is changed then rings nobody again.
    await updateDefect.run(ctx, { defectId: id, version: 3, title: "Скол на всю высоту" });
    expect(new Set(await told())).toEqual(
      new Set([...too, "manager never"].map((one) => one.replace("always", "never"))),
    );
  },
);

test("who is to fix it hears that it became critical; one that is lighter again when it is relayed rings nobody", async () => {
  const id = await put({ status: "assigned", responsibleId: installer.id });
  await updateDefect.run(at(reporter), { defectId: id, version: 1, severity: "critical" });
  expect(await told()).toEqual(["installer always", "manager always"]);
  const other = await put();
  await updateDefect.run(at(reporter), { defectId: other, version: 1, severity: "critical" });
  await updateDefect.run(at(reporter), { defectId: other, version: 2, severity: "minor" });
  expect(await told()).toEqual([]);
});

test("the answer that the reporter got in the chat follows the defect, without a sound and without a message of its own", async () => {
  const id = await put();
  await changeDefectStatus.run(at(manager), {
    defectId: id,
    version: 1,
    move: "assign",
    responsibleId: installer.id,
  });
  expect(await told()).toEqual(["installer always", "reporter edit"]);
  await changeDefectStatus.run(at(installer), { defectId: id, version: 2, move: "start" });
  await desk.relay();
  const [card] = (await desk.sent()).filter(({ chat }) => chat === reporter.telegramId);
  expect(card).toMatchObject({ card: `defect:${id}`, ring: "edit" });
  expect(card?.text).toContain("Устраняется");
});
