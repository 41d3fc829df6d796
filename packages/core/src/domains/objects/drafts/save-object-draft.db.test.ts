import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fieldsOf, refusalOf, type World } from "../../../testing/index.ts";
import { getObject } from "../get-object.ts";
import { completeObjectDraft } from "./complete-object-draft.ts";
import { createObjectDraft } from "./create-object-draft.ts";
import { deleteObjectDraft } from "./delete-object-draft.ts";
import { getObjectDraft } from "./get-object-draft.ts";
import { listObjectDrafts } from "./list-object-drafts.ts";
import { saveObjectDraft } from "./save-object-draft.ts";
import { type DraftScene, openDraftScene } from "./testing/draft-scene.ts";

let world: World;
let manager: UserActor;
let whole: DraftScene["whole"];
let draft: DraftScene["draft"];
beforeAll(async () => {
  ({ world, manager, whole, draft } = await openDraftScene());
});
afterAll(() => world.close());

test("a draft stores one step after another, as typed", async () => {
  const ctx = world.ctx(manager);
  const { id: draftId } = await createObjectDraft.run(ctx, {});
  const steps = whole();
  const { object = {}, members = [], facades = [], floors = [], volumes = [] } = steps;
  await saveObjectDraft.run(ctx, { draftId, version: 1, step: 1, data: { object: { name: "СПК" } } });
  await saveObjectDraft.run(ctx, { draftId, version: 2, step: 2, data: { members } });
  await saveObjectDraft.run(ctx, { draftId, version: 3, step: 3, data: { facades, floors } });
  await saveObjectDraft.run(ctx, { draftId, version: 4, step: 4, data: { volumes } });
  const saved = await saveObjectDraft.run(ctx, { draftId, version: 5, step: 1, data: { object } });
  const read = await getObjectDraft.run(ctx, { draftId });
  expect(read).toEqual(saved);
  expect(read).toMatchObject({ step: 1, version: 6, name: "СПК Атриум", objectId: null, data: steps });
  const stale = saveObjectDraft.run(ctx, { draftId, version: 2, step: 2, data: { members: [] } });
  expect((await refusalOf(stale)).code).toBe("version_conflict");
  const made = await completeObjectDraft.run(ctx, { draftId, version: 6 });
  const late = saveObjectDraft.run(ctx, { draftId, version: 7, step: 2, data: { members: [] } });
  expect(await refusalOf(late)).toMatchObject({ details: { sentence: "draft_completed" } });
  await deleteObjectDraft.run(ctx, { draftId });
  expect((await refusalOf(getObjectDraft.run(ctx, { draftId }))).code).toBe("not_found");
  expect(await getObject.run(world.ctx(await world.again(manager)), { objectId: made.id })).toBeDefined();
});

test("works chosen for the grid are kept with the draft, and a deleted draft is made anew where it stood", async () => {
  const ctx = world.ctx(manager);
  const { id: draftId } = await createObjectDraft.run(ctx, {});
  const { facades = [], floors = [] } = whole();
  const data = { facades, floors, workTypeIds: [1, 2] };
  const saved = await saveObjectDraft.run(ctx, { draftId, version: 1, step: 3, data });
  expect(saved.data).toMatchObject({ workTypeIds: [1, 2] });
  await deleteObjectDraft.run(ctx, { draftId });
  const again = await createObjectDraft.run(ctx, { data: { ...whole(), ...saved.data }, step: 3 });
  expect(again).toMatchObject({ step: 3, data: { workTypeIds: [1, 2] } });
  expect(await completeObjectDraft.run(ctx, { draftId: again.id, version: 1 })).toMatchObject({
    status: "draft",
  });
});

test("what the schedule begins with is kept with the draft, and makes no difference to the object", async () => {
  const ctx = world.ctx(manager);
  const { draftId, version } = await draft(whole());
  const schedule = { template: "spk_unit", startOn: null };
  const saved = await saveObjectDraft.run(ctx, { draftId, version, step: 5, data: { schedule } });
  expect(saved).toMatchObject({ step: 5, data: { ...whole(), schedule } });
  const none = { draftId, version: saved.version, step: 5 as const, data: { schedule: null } };
  expect((await saveObjectDraft.run(ctx, none)).data.schedule).toBeNull();
  expect(await completeObjectDraft.run(ctx, { draftId, version: saved.version + 1 })).toMatchObject({
    status: "draft",
  });
});

test.each([
  [{ step: 1, data: { object: { name: 7 } } }, "data.object.name: invalid_type"],
  [{ step: 1, data: { object: { colour: "red" } } }, "data.object.colour: unknown_field"],
  [{ step: 1, data: { members: [] } }, "data.object: invalid_type"],
  [
    { step: 4, data: { volumes: [{ facade: "Юг", floor: "1", workTypeId: 1, planQty: 5 }] } },
    "data.volumes.0.planQty: invalid_type",
  ],
  [{ step: 6, data: {} }, "step: invalid_union"],
  [{ step: 5, data: { schedule: { template: "", startOn: null } } }, "data.schedule.template: too_small"],
])("a step of wrong types is refused (%#)", async (wrong, field) => {
  const { draftId, version } = await draft({});
  const ask = saveObjectDraft.run(world.ctx(manager), { draftId, version, ...wrong } as never);
  expect(fieldsOf(await refusalOf(ask))).toContain(field);
});

test("regression 6: a draft is visible only to its creator, not even to an admin", async () => {
  const { draftId, version } = await draft(whole());
  for (const actor of [await world.as("admin"), await world.as("contract")]) {
    const ctx = world.ctx(actor);
    const asks = [
      () => getObjectDraft.run(ctx, { draftId }),
      () => saveObjectDraft.run(ctx, { draftId, version, step: 2, data: { members: [] } }),
      () => deleteObjectDraft.run(ctx, { draftId }),
      () => completeObjectDraft.run(ctx, { draftId, version }),
    ];
    for (const ask of asks) expect((await refusalOf(ask())).code).toBe("not_found");
    expect((await listObjectDrafts.run(ctx, {})).items).toEqual([]);
  }
});

test("own drafts are listed page by page, newest first", async () => {
  const person = await world.createUser({ role: "contract" });
  const ctx = world.ctx(person);
  for (const name of ["Один", "Два", "Три"]) {
    await createObjectDraft.run(ctx, { data: { object: { name } } });
  }
  const first = await listObjectDrafts.run(ctx, { limit: 2 });
  expect(first.items.map((item) => item.name)).toEqual(["Три", "Два"]);
  const second = await listObjectDrafts.run(ctx, { limit: 2, cursor: first.nextCursor ?? "" });
  expect(second.items.map((item) => item.name)).toEqual(["Один"]);
  expect(second.nextCursor).toBeNull();
});
