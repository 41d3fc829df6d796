import { createWorkdays, weekdayOf } from "@stsphera/schedule";
import { NO_FORECAST } from "@stsphera/schedule/versions";
import { expect, test } from "vitest";
import { forecastByLedger, type LedgerOfWork, ledgerOfRows } from "./ledger-fact.ts";

const workdays = createWorkdays((day) => weekdayOf(day) <= 5);
/** A Tuesday. */
const ON = { duration: 20, today: "2026-09-08", workdays };

const part = (work: string, facadeId: number, more: Partial<LedgerOfWork> = {}): LedgerOfWork => ({
  work,
  facadeId,
  plan: "100",
  fact: "0",
  first: null,
  last: null,
  days: null,
  ...more,
});
const row = (key: string, work: string | null, facadeId: number | null = null) => ({ key, work, facadeId });

test("a row without a facade plans what no other row of its work names; two of the same volumes plan none", () => {
  const ledger = [part("МОД", 1), part("МОД", 2), part("МОД", 3), part("КРН", 1)];
  const plans = (...rows: ReturnType<typeof row>[]) =>
    [...ledgerOfRows(rows, ledger)].map(([key, { plan }]) => `${key} ${plan}`);
  expect(plans(row("all", "МОД"), row("other", null))).toEqual(["all 300"]);
  expect(plans(row("south", "МОД", 1), row("rest", "МОД"), row("brackets", "КРН"))).toEqual([
    "south 100",
    "rest 200",
    "brackets 100",
  ]);
  expect(plans(row("one", "МОД"), row("two", "МОД"), row("south", "МОД", 1))).toEqual(["south 100"]);
  expect(plans(row("absent", "УТП"), row("elsewhere", "МОД", 9))).toEqual([]);
});

test("days of several facades are one day, the newest first", () => {
  const [[, fact] = []] = ledgerOfRows(
    [row("all", "МОД")],
    [
      part("МОД", 1, {
        fact: "12.5",
        first: "2026-09-01",
        last: "2026-09-03",
        days: [
          ["2026-09-03", "2.5"],
          ["2026-09-01", "10"],
        ],
      }),
      part("МОД", 2, { fact: "4", first: "2026-09-02", last: "2026-09-03", days: [["2026-09-03", "4"]] }),
    ],
  );
  expect(fact).toEqual({
    plan: "200",
    fact: "16.5",
    first: "2026-09-01",
    last: "2026-09-03",
    productive: ["6.5", "10"],
  });
});

test("what is left goes by the pace of five productive days or more, before that by its share of the duration", () => {
  const fact = { plan: "100", fact: "40", first: "2026-09-01", last: "2026-09-07", productive: ["10", "10"] };
  const left = (more: Partial<typeof fact>, known = NO_FORECAST) =>
    forecastByLedger({ ...fact, ...more }, known, ON).remaining;
  expect(left({})).toBe(12);
  expect(left({ productive: ["8", "8", "8", "8", "8"] })).toBe(8);
  expect(left({}, { ...NO_FORECAST, added: 5 })).toBe(15);
  expect(left({ fact: "99.5", productive: ["20", "20", "20", "20", "20"] })).toBe(1);
});

test("what was said to be left stands while it lasts; a complete row is finished, one without facts has not begun", () => {
  const fact = { plan: "100", fact: "40", first: "2026-09-01", last: "2026-09-07", productive: [] };
  const said = (remaining: number) => ({ ...NO_FORECAST, remaining, remainingOn: "2026-09-04" });
  // Friday and Monday have passed.
  expect(forecastByLedger(fact, said(5), ON)).toMatchObject({ remaining: 3, remainingOn: "2026-09-08" });
  expect(forecastByLedger(fact, said(2), ON)).toMatchObject({ remaining: 12 });
  expect(forecastByLedger({ ...fact, fact: "100" }, said(5), ON)).toMatchObject({
    actualStart: "2026-09-01",
    actualFinish: "2026-09-07",
    remaining: null,
  });
  const held = { ...NO_FORECAST, heldUntil: "2026-10-01" };
  expect(forecastByLedger({ ...fact, fact: "0", first: null, last: null }, held, ON)).toEqual(held);
});
