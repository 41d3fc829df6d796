import type { FactForm, FactFormLine } from "@stsphera/contracts";
import { describe, expect, test } from "vitest";
import { fieldsOf, judge, startDraft, type Draft } from "./draft.ts";
import { stepped, stepsFor } from "./steps.ts";
import type { QueueItem } from "../../../shared/offline/queue-item.ts";
import { correctionTarget, isKnowinglyAdded, lineTarget, queuedTarget, renewedTarget } from "./target.ts";

const line: FactFormLine = {
  floorVolumeId: 7,
  workType: { id: 1, code: "МОД", name: "Модули", unit: "шт" },
  facade: "Юг",
  floor: "11",
  planTotal: "36",
  done: "22",
  remaining: "14",
  planToday: "12",
  yesterday: { date: "2026-09-09", quantity: "10", workers: 8, crewId: 5 },
  today: null,
  suggestedCrewId: 5,
  requiresPhoto: true,
  gate: null,
  whose: "own",
};
const crews = [{ id: 5, code: "БР-5", name: "Модули-1", lead: "Виталий Громов", size: 8 }];
const form = { shiftHours: "8", crews };
const target = lineTarget(line);
const draftWith = (more: Partial<Draft>): Draft => ({ ...startDraft(target, form), ...more });

describe("the sheet", () => {
  test("opens filled with the plan and yesterday's people", () => {
    expect(startDraft(target, form)).toMatchObject({ text: "12", crewId: 5, workers: 8, hours: "8" });
  });

  test("without a plan it starts from the last figure, else from nothing", () => {
    expect(startDraft(lineTarget({ ...line, planToday: null }), form).text).toBe("10");
    expect(startDraft(lineTarget({ ...line, planToday: null, yesterday: null }), form).text).toBe("0");
    const at = "2026-09-10T14:05:00.000Z";
    const today = { quantity: "6", factId: 1, by: "Жилин", at, photos: 0, version: 1 };
    expect(startDraft(lineTarget({ ...line, today }), form).text).toBe("0");
  });

  test("12,5 and 12.5 are the same, of a unit that is measured", () => {
    const metres = lineTarget({ ...line, workType: { ...line.workType, unit: "м.п." } });
    for (const text of ["12,5", "12.5"]) {
      expect(judge(draftWith({ text }), metres)).toMatchObject({ value: 12_500, problem: null });
    }
  });

  test.each([
    ["", "empty"],
    ["0", "empty"],
    ["-5", "not_number"],
    ["NaN", "not_number"],
    ["1e309", "not_number"],
    ["1000000000000", "not_number"],
    ["двенадцать", "not_number"],
    ["12,5", "whole"],
  ])("«%s» of pieces is not saved: %s", (text, problem) => {
    expect(judge(draftWith({ text }), target).problem).toBe(problem);
  });

  test("more than is left asks why, «other» asks for words", () => {
    const over = judge(draftWith({ text: "18" }), target);
    expect(over).toMatchObject({ over: 4_000, problem: "reason" });
    expect(judge(draftWith({ text: "18", reason: "remeasure" }), target).problem).toBeNull();
    expect(judge(draftWith({ text: "18", reason: "other" }), target).problem).toBe("words");
    expect(
      judge(draftWith({ text: "18", reason: "other", reasonWords: "как есть" }), target).problem,
    ).toBeNull();
  });

  test("well under the plan offers a reason and does not ask for it", () => {
    expect(judge(draftWith({ text: "8" }), target)).toMatchObject({ under: 4_000, problem: null });
    expect(judge(draftWith({ text: "11" }), target).under).toBeNull();
  });

  test("says what will stand", () => {
    expect(judge(draftWith({ text: "12" }), target).after).toBe(34_000);
  });

  test("sends what was said and leaves out what was not", () => {
    const draft = draftWith({ note: " ветер ", hours: "8" });
    expect(fieldsOf(draft, 12_000, "8", [3])).toEqual({
      quantity: "12",
      workers: 8,
      crewId: 5,
      notes: "ветер",
      photoIds: [3],
    });
    expect(fieldsOf({ ...draft, hours: "4", crewId: null }, 12_000, "8", [])).toMatchObject({ hours: "4" });
  });

  test("a correction gives back what the entry took", () => {
    const fact = { floorVolumeId: 7, quantity: "10" } as Parameters<typeof correctionTarget>[0];
    const lines = { lines: [line], others: [] } as unknown as Parameters<typeof correctionTarget>[1];
    expect(correctionTarget(fact, lines).line).toMatchObject({ done: "12", remaining: "24" });
    expect(judge(draftWith({}), target, true).problem).toBe("correction_reason");
  });
});

describe("steps", () => {
  test.each([
    ["12", 1_000, [5_000, 10_000]],
    ["72", 5_000, [5_000, 10_000]],
    ["187.2", 10_000, [10_000, 50_000]],
  ])("follow a plan of %s", (planToday, step, add) => {
    expect(stepsFor({ ...line, planToday })).toEqual({ step, add });
  });

  test("never go below nothing", () => {
    expect(stepped(500, -1000)).toBe(0);
    expect(stepped(12_000, 1_000)).toBe(13_000);
  });
});

describe("a line of which something waits on the phone", () => {
  const waiting = (quantity: string, state: QueueItem["state"] = "waiting"): QueueItem => ({
    key: quantity,
    person: "1",
    at: 0,
    method: "POST",
    path: "",
    body: { floorVolumeId: 7, date: "2026-09-10", quantity },
    describe: { thing: "fact", title: "", line: "", href: null },
    files: [],
    filesAs: "",
    after: null,
    gives: null,
    state,
  });

  test("starts from nothing and counts what waits as done", () => {
    const again = queuedTarget(line, [waiting("8"), waiting("2.5")]);
    expect(again.line).toMatchObject({ done: "32.5", remaining: "3.5" });
    expect(startDraft(again, form).text).toBe("0");
    expect(judge({ ...startDraft(again, form), text: "4" }, again)).toMatchObject({ over: 500 });
    expect(isKnowinglyAdded(again)).toBe(true);
  });

  test("a refused one takes nothing", () => {
    const fresh = queuedTarget(line, [waiting("8", "refused")]);
    expect(fresh).toEqual(lineTarget(line));
    expect(isKnowinglyAdded(fresh)).toBe(false);
  });

  test("what the server has asked about is sent as a knowing addition", () => {
    const refusal = { code: "possible_duplicate", message: "", requestId: "" };
    const mending = { ...waiting("8", "refused"), refusal };
    expect(isKnowinglyAdded({ ...lineTarget(line), mending })).toBe(true);
    const other = { ...mending, refusal: { ...refusal, code: "validation_failed" } };
    expect(isKnowinglyAdded({ ...lineTarget(line), mending: other })).toBe(false);
  });
});

test("what another window enters meanwhile is seen in the open sheet, so that its reason can be asked", () => {
  const fresh = { ...line, done: "36", remaining: "0" };
  const newest: FactForm = {
    object: { id: 1, name: "СПК Блок Б", status: "active", heldSince: null },
    date: "2026-09-10",
    today: "2026-09-10",
    dayEndsAt: "2026-09-11T03:00:00.000Z",
    earliest: "2026-09-01",
    shift: "day",
    shiftHours: "8",
    nights: false,
    dayOff: false,
    lines: [],
    others: [fresh],
    othersCount: 1,
    counts: { all: { entered: 0, total: 0 }, mine: null },
    zones: [],
    returned: [],
    noLines: null,
    crews: [],
  };
  const open = renewedTarget(target, newest);
  expect(judge(startDraft(target, form), open)).toMatchObject({ over: 12_000, problem: "reason" });
  expect(renewedTarget(target, { ...newest, others: [] })).toBe(target);
});
