import { describe, expect, test } from "vitest";
import { productionCalendar } from "../testing/calendars.ts";
import { link } from "../testing/compute.ts";
import { networkOfTemplate, TEMPLATES } from "../templates/index.ts";
import { computed } from "../testing/compute.ts";
import { compareWithBase, type StandingRow } from "./compare-with-base.ts";
import { datesOf } from "./content.ts";
import { diffVersions } from "./diff.ts";
import { hashContent, signedText } from "./hash-content.ts";
import { dated, version, versionRow } from "./testing/versions.ts";
import { SIGNER_ROLES, whatForbidsSending } from "./what-forbids-sending.ts";

const hoist = versionRow("r3", { name: "Снятие подъёмника", duration: 2 });
const east = versionRow("r2", { name: "Монтаж модулей, Восток", duration: 20 });
const first = dated(version([versionRow("r1", { name: "Кронштейны, Восток" }), east], ["r1 FS r2"]));

describe("the difference of two versions", () => {
  test("a row moved by 15 working days, one added, another owner", () => {
    const rows = [versionRow("r1", { name: "Кронштейны, Восток", owner: "zhilin" }), hoist, east];
    const second = dated(version(rows, ["r1 FS+13 r3", "r3 FS r2"]));
    const diff = diffVersions(first, second, productionCalendar);
    expect(diff.added).toEqual([hoist]);
    expect(diff.removed).toEqual([]);
    expect(diff.changed).toEqual([
      { row: rows[0], changes: [{ kind: "owner", before: "belov", after: "zhilin" }] },
      {
        row: east,
        changes: [
          { kind: "links", removed: [link("r1 FS r2")], added: [link("r3 FS r2")] },
          {
            kind: "moved",
            workdays: 15,
            before: { start: "2026-04-20", finish: "2026-05-19" },
            after: { start: "2026-05-13", finish: "2026-06-09" },
          },
        ],
      },
    ]);
    expect(diff.counts).toEqual({ owner: 1, links: 1, moved: 1 });
    expect(diff.finish).toEqual({ before: "2026-05-19", after: "2026-06-09", workdays: 15 });
  });

  test("every field of a row, a lag, and a removed row", () => {
    const constraint = { kind: "not_earlier", edge: "start", day: "2026-04-13" } as const;
    const changed = versionRow("r2", {
      name: "Модули",
      duration: 20,
      department: "pto",
      quantity: "462",
      unit: "шт",
      constraint,
    });
    const before = dated(version([hoist, versionRow("r1"), east], ["r1 FS r2"]));
    const after = dated(version([versionRow("r1", { duration: 4 }), changed], ["r1 FS+1 r2"]));
    const diff = diffVersions(before, after, productionCalendar);
    expect(diff.removed).toEqual([hoist]);
    expect(diff.counts).toEqual({
      renamed: 1,
      quantity: 1,
      unit: 1,
      department: 1,
      duration: 1,
      constraint: 1,
      links: 1,
      moved: 1,
    });
    expect(diff.finish.workdays).toBe(0);
  });

  test("sorting is no change, nor is the unused duration of a summary", () => {
    const summary = versionRow("s1", { duration: 1 });
    const rows = [summary, versionRow("r1", { parent: "s1" }), versionRow("r2", { parent: "s1" })];
    const sorted = [{ ...summary, duration: 9 }, ...rows.slice(1).toReversed()];
    const diff = diffVersions(dated(version(rows)), dated(version(sorted)), productionCalendar);
    expect(diff).toMatchObject({ added: [], removed: [], changed: [], counts: {} });
  });
});

describe("what is signed", () => {
  test("has a SHA-256 that a second implementation agrees with", async () => {
    const { createHash } = await import("node:crypto");
    expect(await hashContent(first)).toBe(createHash("sha256").update(signedText(first)).digest("hex"));
  });

  test("is the same for links in another order and a name composed otherwise, and for nothing else", () => {
    const rows = [versionRow("r1", { name: "Й" }), versionRow("r2"), versionRow("r3")];
    const links = ["r1 FS r2", "r1 SS r3"];
    const text = signedText(dated(version(rows, links)));
    const of = (changed: typeof rows, how = links) => signedText(dated(version(changed, how)));
    expect(of(rows, links.toReversed())).toBe(text);
    expect(of([versionRow("r1", { name: "И\u0306" }), ...rows.slice(1)])).toBe(text);
    const [one = hoist, ...others] = rows;
    for (const more of [
      { number: 7 },
      { name: "Е" },
      { department: "pto" },
      { owner: null },
      { quantity: "1" },
      { unit: "шт" },
      { facade: "7" },
      { duration: 6 },
      { constraint: { kind: "not_later", edge: "finish", day: "2026-12-31" } },
    ] as const) {
      expect(of([{ ...one, ...more }, ...others]), JSON.stringify(more)).not.toBe(text);
    }
    // Rows without a facade have the text that was signed before rows had one.
    expect(JSON.parse(text).rows[0][0]).toEqual([
      "r1",
      1,
      null,
      "Й",
      "construction",
      "belov",
      null,
      null,
      null,
    ]);
    expect(of(rows, ["r1 FS r2", "r1 SS+1 r3"])).not.toBe(text);
    expect(of(rows.toReversed())).not.toBe(text);
    const moved = { ...dated(version(rows, links)), dates: dated(version(rows)).dates };
    expect(signedText(moved)).not.toBe(text);
  });

  test("needs the date of every row", () => {
    expect(() => signedText({ ...first, dates: new Map() })).toThrow("row r1 has no dates");
  });
});

describe("what forbids sending", () => {
  const everybody = Object.fromEntries(SIGNER_ROLES.map((role) => [role, role]));
  const circumstances = {
    workdays: productionCalendar,
    members: new Set(["belov"]),
    signers: everybody,
    contractDate: "2026-04-01",
  };

  test("nothing, where everything is there", () => {
    expect(whatForbidsSending(first, circumstances)).toEqual([]);
  });

  test("all of it at once", () => {
    const rows = [
      versionRow("s1", { owner: null }),
      versionRow("r1", { parent: "s1", owner: null }),
      versionRow("r2", { owner: "gone" }),
      versionRow("r3", { constraint: { kind: "not_earlier", edge: "start", day: "2026-03-01" } }),
      versionRow("r4", { duration: -1 }),
    ];
    const { supply: _, ...four } = everybody;
    expect(whatForbidsSending(version(rows), { ...circumstances, signers: four })).toEqual([
      { kind: "without_owner", rows: ["r1"] },
      { kind: "owner_left", rows: ["r2"] },
      { kind: "before_contract", rows: ["r3"] },
      { kind: "signers_missing", roles: ["supply"] },
      { kind: "schedule", problems: [{ kind: "bad_duration", row: "r4" }] },
    ]);
  });

  test("a version without rows, and one that begins before its contract", () => {
    expect(whatForbidsSending(version([]), circumstances)).toEqual([{ kind: "no_rows" }]);
    expect(whatForbidsSending(first, { ...circumstances, contractDate: "2026-04-14" })).toEqual([
      { kind: "before_contract", rows: ["r1", "r2"] },
    ]);
  });
});

describe("plan, base and forecast", () => {
  const base = { start: "2026-05-06", finish: "2026-05-14" };
  const row = (more: Partial<StandingRow> = {}): StandingRow => ({
    key: "r1",
    base,
    forecast: base,
    milestone: false,
    done: 500,
    ...more,
  });

  test("a row by the working days of its base through yesterday, and its finish in working days", () => {
    // 6, 7, 8, 12, 13 and 14 May are worked.
    const forecast = { start: "2026-05-07", finish: "2026-05-18" };
    const { rows } = compareWithBase([row({ forecast })], "2026-05-12", productionCalendar);
    expect(rows).toEqual([{ key: "r1", plannedPct: 50, donePct: 50, startLate: 1, finishLate: 2 }]);
    const planned = (today: string) => compareWithBase([row()], today, productionCalendar).plannedPct;
    expect(["2026-05-01", "2026-05-06", "2026-05-07", "2026-05-15", "2027-01-01"].map(planned)).toEqual([
      0, 0, 16.7, 100, 100,
    ]);
  });

  test("the whole by working days; a milestone has no part, but may be last", () => {
    const day = { start: "2026-05-19", finish: "2026-05-19" };
    const rows = [
      row(),
      row({ base: { start: "2026-05-12", finish: "2026-05-13" }, done: 0 }),
      row({
        milestone: true,
        base: day,
        forecast: { start: "2026-05-15", finish: "2026-05-15" },
        done: 1000,
      }),
    ];
    const whole = compareWithBase(rows, "2026-05-13", productionCalendar);
    // 4 of 6 and 1 of 2 days are planned, 3 of 8 are done.
    expect(whole).toMatchObject({
      plannedPct: 62.5,
      donePct: 37.5,
      baseFinish: "2026-05-19",
      finishLate: -2,
    });
    expect(whole.rows[2]).toMatchObject({ plannedPct: null, donePct: null, finishLate: -2 });
  });

  test("without rows there is nothing to compare", () => {
    expect(compareWithBase([], "2026-05-13", productionCalendar)).toMatchObject({
      plannedPct: null,
      donePct: null,
      baseFinish: null,
      finishLate: 0,
    });
  });
});

test("a template's rows make a version with dates, which differs from itself in nothing", () => {
  for (const template of TEMPLATES) {
    const rows = template.rows.map((row, index) =>
      versionRow(row.key, { ...row, number: index + 1, owner: null }),
    );
    const content = { start: "2026-04-13", rows, links: template.links };
    const dates = datesOf(computed(networkOfTemplate(template, content.start, productionCalendar)));
    const made = { ...content, dates };
    expect(dated(content).dates).toEqual(dates);
    expect(diffVersions(made, made, productionCalendar).changed).toEqual([]);
  }
});
