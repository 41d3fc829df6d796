import * as fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DomainError } from "../../kernel/index.ts";
import { findSumDifferences } from "./maintenance/index.ts";
import { type TestObject, createTestWorld, type World } from "../../testing/index.ts";
import { confirmDay } from "./confirm-day.ts";
import { correctFact } from "./correct-fact.ts";
import { decideFact } from "./decide-fact.ts";
import { enterFact } from "./enter-fact.ts";
import { reverseFact } from "./reverse-fact.ts";
import { undoDecision } from "./undo-decision.ts";
import { undoFact } from "./undo-fact.ts";

/** Runs of 4 to 12 operations each; `pnpm test:long` does more. */
const RUNS = Number(process.env["LEDGER_RUNS"] ?? 12);

let world: World;
let object: TestObject;
beforeAll(async () => {
  world = await createTestWorld();
  object = await world.createTestObject({
    facades: ["Юг", "Запад"],
    floors: ["−1", "0", "тех"],
    volumes: [
      { facade: "Юг", floor: "−1", work: "МОД", planQty: "12" },
      { facade: "Юг", floor: "0", work: "УТП", planQty: "32.4" },
      { facade: "Запад", floor: "тех", work: "ГЕР", planQty: "72" },
    ],
  });
});
afterAll(() => world.close());

const PLACES = [
  ["Юг", "−1", "МОД"],
  ["Юг", "0", "УТП"],
  ["Запад", "тех", "ГЕР"],
] as const;
const act = fc.record({
  kind: fc.constantFrom(
    "enter",
    "enter",
    "correct",
    "undo",
    "reverse",
    "confirm",
    "return",
    "undecide",
    "day",
  ),
  place: fc.nat({ max: 2 }),
  amount: fc.integer({ min: 1, max: 30 }),
  tenths: fc.integer({ min: 0, max: 9 }),
  entry: fc.nat({ max: 20 }),
  day: fc.constantFrom("2026-09-08", "2026-09-07", "2026-09-05"),
});

it("after any operations every sum equals the ledger (regression 15)", async () => {
  const foreman = world.ctx(await world.as("construction_itr"));
  const pto = world.ctx(await world.as("pto"));
  const entries: { id: number; version: number }[] = [];
  const attempt = async (work: () => Promise<{ fact: { id: number; version: number } }>) => {
    try {
      entries.push((await work()).fact);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  };
  const quietly = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  };
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 12 }), async (acts) => {
      for (const { kind, place, amount, tenths, entry, day } of acts) {
        const [facade, floor, work] = PLACES[place] ?? PLACES[0];
        const quantity = work === "МОД" ? String(amount) : `${amount}.${tenths}`;
        const chosen = entries[entry % Math.max(entries.length, 1)];
        const planReason = { code: "remeasure" as const };
        if (kind === "enter" || chosen === undefined) {
          const floorVolumeId = object.cell(facade, floor, work);
          const input = {
            objectId: object.id,
            floorVolumeId,
            date: day,
            quantity,
            planReason,
            confirmDuplicate: true,
          };
          await attempt(() => enterFact.run(foreman, input));
        } else if (kind === "correct") {
          await attempt(() =>
            correctFact.run(foreman, {
              factId: chosen.id,
              version: chosen.version,
              quantity: String(amount),
              planReason,
            }),
          );
        } else if (kind === "undo") await attempt(() => undoFact.run(foreman, { factId: chosen.id }));
        else if (kind === "confirm" || kind === "return") {
          const asked = { factId: chosen.id, version: chosen.version };
          const why = kind === "return" ? { reason: "проверка сумм" } : {};
          await attempt(() => decideFact.run(pto, { ...asked, move: kind, ...why } as never));
        } else if (kind === "undecide") await quietly(() => undoDecision.run(pto, { factId: chosen.id }));
        else if (kind === "day") await quietly(() => confirmDay.run(pto, { objectId: object.id, date: day }));
        else {
          const reason = "проверка сумм";
          await attempt(() => reverseFact.run(pto, { factId: chosen.id, version: chosen.version, reason }));
        }
      }
      expect(await findSumDifferences(world.db)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
  expect(entries.length).toBeGreaterThan(20);
  const [ledger] = await world.db.read<{ confirmed: number }>(
    "select count(*)::int as confirmed from daily_plan_fact where status = 'confirmed'",
    [],
  );
  expect(ledger?.confirmed).toBeGreaterThan(0);
});
