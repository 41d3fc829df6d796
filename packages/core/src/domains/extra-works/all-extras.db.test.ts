import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestWorld, type TestObject, type World } from "../../testing/index.ts";
import { getExtraTotals, listAllExtras, listExtras, priceExtra, reportExtra } from "./index.ts";

let world: World;
let foreman: UserActor;
let manager: UserActor;
let objects: TestObject[];

beforeAll(async () => {
  world = await createTestWorld();
  objects = [await world.createTestObject(), await world.createTestObject()];
  foreman = await world.as("construction_itr");
  manager = await world.as("project_manager");
  for (const [at, { id: objectId }] of objects.entries())
    for (const [number, place] of ["Юг 1", "Восток 5", "Запад 2"].entries()) {
      const now = new Date(world.now.getTime() + (at + number) * 60_000);
      const asked = {
        objectId,
        title: `Проём ${at}-${number}`,
        quantity: "4",
        unit: "шт",
        place,
        orderedBy: "Ильин",
      } as const;
      const { id } = await reportExtra.run(world.ctx(await world.again(foreman), { now }), asked);
      if (number < 2)
        await priceExtra.run(world.ctx(manager), { extraId: id, version: 1, price: `${at + 1}000.50` });
    }
});
afterAll(() => world.close());

const at = async (actor: UserActor) => world.ctx(await world.again(actor));
type Page = Awaited<ReturnType<typeof listAllExtras.run>>;

/** Every page of a list, two rows each. */
async function pagesOf(read: (page: { limit: number; cursor?: string }) => Promise<Page>) {
  const items: Page["items"] = [];
  for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
    const page = await read({ limit: 2, ...(cursor === null ? {} : { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}
const all = async (actor: UserActor, filters: object = {}) => {
  const ctx = await at(actor);
  return pagesOf((page) => listAllExtras.run(ctx, { ...filters, ...page }));
};

test("the list over all objects is the lists of the objects, by age, and its sums are theirs", async () => {
  const items = await all(manager);
  expect(items).toHaveLength(6);
  const ofObjects = await Promise.all(
    objects.map(async ({ id: objectId }) => (await listExtras.run(await at(manager), { objectId })).items),
  );
  expect(new Set(items.map(({ id }) => id))).toEqual(new Set(ofObjects.flat().map(({ id }) => id)));
  const ages = items.map(({ createdAt }) => createdAt);
  expect(ages).toEqual(ages.toSorted());
  const totals = await getExtraTotals.run(await at(manager), {});
  expect(totals).toEqual({ count: 6, verbal: 6, price: "6002.00", unpriced: 2 });
  const ofEach = await Promise.all(
    objects.map(async ({ id: objectId }) => getExtraTotals.run(await at(manager), { objectId })),
  );
  expect(ofEach).toEqual([
    { count: 3, verbal: 3, price: "2001.00", unpriced: 1 },
    { count: 3, verbal: 3, price: "4001.00", unpriced: 1 },
  ]);
});

test("words, step, state and object narrow the list and its sums alike", async () => {
  const [first] = objects;
  const cases = [
    [{ search: "восток" }, 2],
    [{ search: "проем 1-" }, 3],
    [{ search: "нет такой" }, 0],
    [{ stage: "letter" }, 0],
    [{ state: "finished" }, 0],
    [{ state: "all", objectId: first?.id }, 3],
  ] as const;
  for (const [filters, count] of cases) {
    expect({ filters, listed: (await all(manager, filters)).length }).toEqual({ filters, listed: count });
    expect(await getExtraTotals.run(await at(manager), filters)).toMatchObject({ count });
  }
});

test("who may not see an object's extra works has none of them, and no money of who may not see money", async () => {
  for (const stranger of [await world.createUser(), await world.as("viewer")]) {
    expect(await all(stranger)).toEqual([]);
    expect(await getExtraTotals.run(await at(stranger), {})).toEqual({
      count: 0,
      verbal: 0,
      price: null,
      unpriced: 0,
    });
  }
  expect(await getExtraTotals.run(await at(foreman), {})).toEqual({
    count: 6,
    verbal: 6,
    price: null,
    unpriced: 0,
  });
  expect((await all(foreman)).map(({ price }) => price)).toEqual(Array.from({ length: 6 }, () => null));
  const onOne = await world.createUser({ role: "project_manager" });
  const here = await world.createTestObject({ members: [{ actor: onOne, roles: ["project_manager"] }] });
  const asked = {
    objectId: here.id,
    title: "Проём",
    quantity: "1",
    unit: "шт",
    place: "Юг",
    orderedBy: "Ильин",
  } as const;
  await reportExtra.run(await at(foreman), asked);
  expect((await all(onOne)).map(({ objectId }) => objectId)).toEqual([here.id]);
});
