import type { ShiftDay } from "@stsphera/contracts";
import { expect, test } from "vitest";
import { sumShift } from "./sum-shift.ts";

type Part = ShiftDay["parts"][number];
type ShiftRecord = ShiftDay["records"][number];

const closing = { id: 1, version: 1, at: "2026-09-08T15:00:00.000Z", by: null, silent: [], canReopen: false };
const part = (closed: Partial<typeof closing> | null): Part => ({
  foreman: null,
  closing: closed === null ? null : { ...closing, ...closed },
  canClose: false,
});
const record = (more: Partial<ShiftRecord>): ShiftRecord => ({
  id: 1,
  objectId: 1,
  date: "2026-09-08",
  shift: "day",
  kind: "downtime",
  code: "weather_wind",
  text: null,
  party: "force_majeure",
  crews: [],
  manHours: "0",
  author: { id: 1, fullName: "Сергей Белов" },
  photos: [],
  createdAt: "2026-09-08T15:00:00.000Z",
  withdrawn: null,
  version: 1,
  can: { undoUntil: null, withdraw: false },
  ...more,
});

test("parts are counted, and idle hours are added by who answers for them, most first", () => {
  const line = {
    floorVolumeId: 1,
    work: "МОД",
    facade: "Юг",
    floor: "1",
    code: "not_worked",
    text: null,
  } as const;
  const by = { id: 2, fullName: "Максим Дёмин" };
  const withdrawn = { by, at: "2026-09-08T15:00:00.000Z", reason: null };
  expect(
    sumShift({
      parts: [part(null), part({}), part({ by, silent: [line, line] } as never)],
      records: [
        record({ manHours: "0.1" }),
        record({ manHours: "0.2" }),
        record({ manHours: "16", party: "own_supply" }),
        record({ manHours: "99", withdrawn }),
        record({ manHours: "8", kind: "note", party: null, code: "unloading" }),
      ],
    }),
  ).toEqual({
    total: 3,
    closed: 2,
    byItself: 1,
    silent: 2,
    idle: [
      { party: "own_supply", hours: "16" },
      { party: "force_majeure", hours: "0.3" },
    ],
  });
});
