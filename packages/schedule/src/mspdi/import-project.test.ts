import { describe, expect, test } from "vitest";
import { rowDates } from "../index.ts";
import { computed } from "../testing/compute.ts";
import { importProject, MAX_TASKS } from "./import-project.ts";
import { MAX_BYTES } from "./read-xml.ts";
import { networkOf } from "./to-network.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

const WEEK = [1, 2, 3, 4, 5, 6, 7]
  .map(
    (type) =>
      `<WeekDay><DayType>${type}</DayType><DayWorking>${type > 1 && type < 7 ? 1 : 0}</DayWorking></WeekDay>`,
  )
  .join("");

type Parts = { head?: string; calendars?: string; tasks?: string; after?: string };

/** A file in the order Project writes it. */
const file = ({ head = "", calendars = "", tasks = "", after = "" }: Parts = {}) =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Project xmlns="http://schemas.microsoft.com/project"><Title>Школа</Title>
<StartDate>2018-10-18T08:00:00</StartDate><CalendarUID>1</CalendarUID><MinutesPerDay>480</MinutesPerDay>${head}
<Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><WeekDays>${WEEK}</WeekDays></Calendar>${calendars}</Calendars>
<Tasks><Task><UID>0</UID><ID>0</ID><Name>Школа</Name><OutlineLevel>0</OutlineLevel></Task>${tasks}</Tasks>${after}</Project>`;

const task = (uid: number, more = "", level = 1) =>
  `<Task><UID>${uid}</UID><ID>${uid}</ID><Name>Строка ${uid}</Name><OutlineLevel>${level}</OutlineLevel>` +
  `${more.includes("<Duration>") ? "" : "<Duration>PT8H0M0S</Duration>"}<DurationFormat>7</DurationFormat>${more}</Task>`;

const link = (from: number, type: number, lag = 0, format = 7, more = "") =>
  `<PredecessorLink><PredecessorUID>${from}</PredecessorUID><Type>${type}</Type>${more}` +
  `<LinkLag>${lag}</LinkLag><LagFormat>${format}</LagFormat></PredecessorLink>`;

function imported(parts: Parts) {
  const result = importProject(bytes(file(parts)));
  if (result.refusal) throw new Error(JSON.stringify(result.refusal));
  return result;
}

describe("a file of Microsoft Project", () => {
  test.each([
    [1, 0, 7, "2018-10-19"],
    [1, 9600, 7, "2018-10-23"],
    [1, 24_000, 9, "2018-10-26"],
    [3, 9600, 7, "2018-10-22"],
    [0, 9600, 7, "2018-10-22"],
    [2, 9600, 7, "2018-10-19"],
    [1, 28_800, 8, "2018-10-22"],
    [1, -4800, 7, "2018-10-18"],
  ])("link of type %i with a lag of %i in format %i: the successor lies on %s", (type, lag, format, day) => {
    const { project, notices } = imported({ tasks: task(1) + task(2, link(1, type, lag, format)) });
    expect(notices).toEqual([]);
    expect(rowDates(computed(networkOf(project)), "2")).toMatchObject({ start: day, finish: day });
  });

  test("name, status date, calendars with their base, exceptions of both kinds, outline, progress, base plan", () => {
    const { project, notices } = imported({
      head: "<StatusDate>2018-10-24T17:00:00</StatusDate>",
      calendars:
        `<Calendar><UID>3</UID><Name>Night &amp; day</Name><BaseCalendarUID>1</BaseCalendarUID><WeekDays>` +
        `<WeekDay><DayType>7</DayType><DayWorking>1</DayWorking></WeekDay><WeekDay><DayType>0</DayType><DayWorking>0</DayWorking>` +
        `<TimePeriod><FromDate>2018-11-05T00:00:00</FromDate><ToDate>2018-11-06T23:59:00</ToDate></TimePeriod></WeekDay></WeekDays>` +
        `<Exceptions><Exception><TimePeriod><FromDate>2018-11-11T00:00:00</FromDate><ToDate>2018-11-11T23:59:00</ToDate></TimePeriod>` +
        `<Type>1</Type><DayWorking>1</DayWorking></Exception></Exceptions></Calendar>` +
        `<Calendar><UID>9</UID><Name>Nobody's</Name></Calendar>`,
      tasks:
        task(5, "<Duration>PT80H0M0S</Duration><PercentComplete>40</PercentComplete>") +
        task(
          6,
          "<Duration>PT24H0M0S</Duration><CalendarUID>3</CalendarUID><PercentComplete>50</PercentComplete><ActualStart>2018-10-22T08:00:00</ActualStart>" +
            "<RemainingDuration>PT16H0M0S</RemainingDuration><ConstraintType>4</ConstraintType><ConstraintDate>2018-10-20T08:00:00</ConstraintDate>" +
            "<Baseline><Number>0</Number><Start>2018-10-18T08:00:00</Start><Finish>2018-10-19T17:00:00</Finish><Duration>PT16H0M0S</Duration></Baseline>",
          2,
        ) +
        task(7, "<Deadline>2018-11-30T17:00:00</Deadline><Finish>2018-10-18T17:00:00</Finish>"),
    });
    expect(notices).toEqual([]);
    expect(project).toMatchObject({
      name: "Школа",
      start: "2018-10-18",
      dataDate: "2018-10-25",
      mainCalendar: 1,
    });
    expect(project.calendars).toEqual([
      { uid: 1, name: "Standard", weekdays: [1, 2, 3, 4, 5], exceptions: [] },
      {
        uid: 3,
        name: "Night & day",
        weekdays: [1, 2, 3, 4, 5, 6],
        exceptions: [
          { day: "2018-11-05", worked: false },
          { day: "2018-11-06", worked: false },
          { day: "2018-11-11", worked: true },
        ],
      },
    ]);
    expect(project.tasks).toMatchObject([
      { uid: 5, level: 1, duration: 0, percentComplete: 0 },
      {
        uid: 6,
        level: 2,
        duration: 3,
        calendar: 3,
        constraint: { kind: "not_earlier", edge: "start", day: "2018-10-20" },
        actualStart: "2018-10-22",
        remaining: 2,
        percentComplete: 50,
        baseline: { start: "2018-10-18", finish: "2018-10-19", duration: 2 },
      },
      { uid: 7, constraint: { kind: "not_later", edge: "finish", day: "2018-11-30" }, finish: "2018-10-18" },
    ]);
    const { finish } = rowDates(computed(networkOf(project)), "6") ?? {};
    expect(finish).toBe("2018-10-26");
  });

  test("what cannot be kept is said row by row, and the rest is read", () => {
    const about = (row: number) => ({ row, name: `Строка ${row}` });
    const { project, notices } = imported({
      tasks: [
        task(1, "<Duration>PT12H0M0S</Duration>"),
        task(2, "<ConstraintType>1</ConstraintType>"),
        task(3, "<Active>0</Active>"),
        task(
          4,
          link(3, 1) +
            link(99, 1) +
            link(1, 1, 2400) +
            link(2, 1, 50, 19) +
            link(2, 3, 0, 7, "<CrossProject>1</CrossProject>"),
        ),
        task(5, "<IsSubproject>1</IsSubproject>"),
        task(6, "<CalendarUID>77</CalendarUID><Milestone>1</Milestone>"),
        task(7, "<Manual>1</Manual><Start>2018-11-01T08:00:00</Start>"),
        task(
          8,
          `<ConstraintType>2</ConstraintType><ConstraintDate>2018-11-01T08:00:00</ConstraintDate>${link(1, 0)}`,
        ),
        task(9, "", 2),
        task(
          10,
          "<ConstraintType>4</ConstraintType><ConstraintDate>2018-11-01T08:00:00</ConstraintDate><Deadline>2018-12-01T17:00:00</Deadline>" +
            "<Baseline><Number>0</Number><Start>2018-10-18T08:00:00</Start></Baseline>",
        ),
        "<Task><UID>11</UID><ID>11</ID><IsNull>1</IsNull></Task>",
        task(12).replace("<DurationFormat>7<", "<DurationFormat>8<"),
      ].join(""),
      after: "<Resources><Resource><UID>0</UID></Resource><Resource><UID>1</UID></Resource></Resources>",
    });
    expect(notices).toEqual([
      { kind: "duration_rounded", hours: 12, days: 2, ...about(1) },
      { kind: "as_late_as_possible", ...about(2) },
      { kind: "calendar_missing", ...about(6) },
      { kind: "milestone_with_duration", ...about(6) },
      { kind: "manual", ...about(7) },
      { kind: "constraint_of_summary", ...about(8) },
      { kind: "deadline_beside_constraint", ...about(10) },
      { kind: "baseline_broken", ...about(10) },
      { kind: "duration_elapsed", ...about(12) },
      { kind: "inactive", ...about(3) },
      { kind: "subproject", ...about(5) },
      { kind: "resources", count: 1, row: null, name: null },
      { kind: "link_dropped", from: "Строка 3", ...about(4) },
      { kind: "link_dropped", from: "99", ...about(4) },
      { kind: "link_lag_rounded", from: "Строка 1", hours: 4, days: 1, ...about(4) },
      { kind: "link_lag_percent", from: "Строка 2", ...about(4) },
      { kind: "link_dropped", from: "Строка 2", ...about(4) },
      { kind: "link_finish_of_summary", from: "Строка 1", ...about(8) },
    ]);
    expect(project.tasks.map(({ uid }) => uid)).toEqual([1, 2, 4, 6, 7, 8, 9, 10, 12]);
    expect(project.links).toEqual([
      { from: 1, to: 4, type: "FS", lag: 1, unit: "work" },
      { from: 2, to: 4, type: "FS", lag: 0, unit: "work" },
    ]);
    expect(project.tasks[4]?.constraint).toEqual({ kind: "not_earlier", edge: "start", day: "2018-11-01" });
    expect(computed(networkOf(project)).finish).not.toBeNull();
  });

  test("weeks that change with the season and repeated exceptions of a calendar are said once", () => {
    const period = (from: string, to: string) =>
      `<TimePeriod><FromDate>${from}T00:00:00</FromDate><ToDate>${to}T23:59:00</ToDate></TimePeriod>`;
    const { notices } = imported({
      calendars:
        `<Calendar><UID>2</UID><Name>Вахта</Name><WeekDays>${WEEK}</WeekDays><Exceptions>` +
        `<Exception>${period("2018-01-07", "2030-01-07")}<Occurrences>13</Occurrences><Type>2</Type><DayWorking>0</DayWorking></Exception>` +
        `<Exception>${period("1984-01-01", "2049-12-31")}<Type>1</Type><DayWorking>0</DayWorking></Exception>` +
        `</Exceptions><WorkWeeks><WorkWeek><Name>Зима</Name></WorkWeek></WorkWeeks></Calendar>`,
      tasks: task(1, "<CalendarUID>2</CalendarUID>") + task(2, "<CalendarUID>2</CalendarUID>"),
    });
    const about = { calendar: "Вахта", row: null, name: null };
    expect(notices).toEqual([
      { kind: "repeated_exception", ...about },
      { kind: "exception_out_of_range", ...about },
      { kind: "week_of_calendar", ...about },
    ]);
  });

  test("UTF-16 is read where the file says so by its first bytes", () => {
    const text = file({ tasks: task(1) }).replace('encoding="UTF-8"', 'encoding="UTF-16"');
    const wide = new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
    const result = importProject(wide);
    expect(result.refusal ?? result.project.tasks[0]?.name).toBe("Строка 1");
  });
});

describe("hostile and broken files are refused", () => {
  const refusalOf = (text: string) => importProject(bytes(text)).refusal;

  test.each([
    ["a document type with entities", '<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>', "doctype"],
    ["an entity of a file", '<!DOCTYPE p SYSTEM "file:///etc/passwd">', "doctype"],
  ])("%s", (_, before, kind) => {
    expect(refusalOf(`${before}${file().replace(/^<\?xml[^>]*\?>\s*/, "")}`)).toMatchObject({ kind });
  });

  test("an entity that nobody declared", () => {
    expect(refusalOf(file({ tasks: task(1, "<Notes>&bomb;</Notes>") }))).toEqual({
      kind: "malformed",
      line: 5,
    });
  });

  test("depth, number of rows, elements and attributes, size", () => {
    expect(refusalOf(file({ tasks: "<a>".repeat(100_000) }))?.kind).toBe("too_deep");
    const many = Array.from(
      { length: MAX_TASKS + 1 },
      (_, index) => `<Task><UID>${index + 1}</UID></Task>`,
    ).join("");
    expect(refusalOf(file({ tasks: many }))?.kind).toBe("too_many_rows");
    expect(importProject(new Uint8Array(MAX_BYTES + 1)).refusal?.kind).toBe("too_large");
    expect(refusalOf(file({ tasks: task(1, "<a/>".repeat(100_000)) }))?.kind).toBe("too_large");
    const attributes = Array.from({ length: 30 }, (_, index) => `a${index}="1"`).join(" ");
    expect(refusalOf(file({ tasks: `<Task ${attributes}/>` }))?.kind).toBe("too_large");
  });

  test.each([
    ["", "malformed"],
    ["PK\u0003\u0004", "malformed"],
    ["<Project>", "malformed"],
    ["<html><body/></html>", "no_project"],
    ["<Project><Title>Без начала</Title></Project>", "no_start"],
    ["<Project><StartDate>2026-02-30T08:00:00</StartDate></Project>", "no_start"],
    ["<Project><StartDate>2026-05-06T08:00:00</StartDate></Project>", "no_calendar"],
  ])("%j", (text, kind) => {
    expect(refusalOf(text)).toMatchObject({ kind });
  });

  test("bytes of another encoding, a row without a number, one number twice", () => {
    expect(importProject(Uint8Array.of(0x3c, 0xcf, 0xf0, 0xee)).refusal?.kind).toBe("encoding");
    expect(refusalOf(file({ tasks: "<Task><Name>Без номера</Name></Task>" }))?.kind).toBe("bad_row");
    expect(refusalOf(file({ tasks: task(1) + task(1) }))?.kind).toBe("bad_row");
  });

  test("numbers and days out of reach are left out, and the engine says what is too long", () => {
    const { project } = imported({
      tasks:
        task(1, "<Duration>PT999999999H0M0S</Duration>") +
        task(2, "<ActualStart>9999-01-01T00:00:00</ActualStart><PercentComplete>900</PercentComplete>"),
    });
    expect(project.tasks[1]).toMatchObject({ actualStart: null, percentComplete: 100 });
    expect(() => computed(networkOf(project))).toThrow("bad_duration");
  });
});
