import type { DraftData } from "@stsphera/contracts";
import type { Unit } from "@stsphera/contracts/vocabulary";
import type { Role } from "@stsphera/rbac";
import { type Cells, cellKey, problemOf, quantityOf } from "../../../kit/volumes/cells.ts";
import { readFloors, writeFloors } from "../../../kit/volumes/floor-range.ts";

/** Steps of the server's draft; the app shows facades, floors and volumes as one. */
export type DraftStep = 1 | 2 | 3 | 4 | 5;

const TEXTS = [
  "name",
  "city",
  "address",
  "customer",
  "contractNo",
  "budget",
  "contractDate",
  "startDate",
  "deadline",
] as const;
export type TextField = (typeof TEXTS)[number];
type Passport = Readonly<Record<TextField, string>> & {
  readonly facadeTypes: readonly string[];
  readonly timeZone: string;
  readonly workWeek: readonly number[];
  readonly followTransfers: boolean;
  readonly projectManagerId: number | null;
};
export type Member = { readonly userId: number; readonly roles: readonly Role[] };
export type TypedFacade = { readonly code: string; readonly name: string };

/** A draft as typed: also what cannot be stored yet stays as it was written. */
export type TypedDraft = {
  readonly object: Passport;
  readonly members: readonly Member[];
  readonly facades: readonly TypedFacade[];
  readonly floors: string;
  readonly works: readonly number[];
  readonly cells: Cells;
  /** What the schedule begins with; no template is no schedule yet. */
  readonly schedule: { readonly template: string; readonly startOn: string };
};

/** Between two floors of a new object three more find a place. */
const FLOOR_GAP = 4;
const MONEY = /^\d{1,15}([.,]\d{1,2})?$/;
const DAY = /^20\d\d-\d\d-\d\d$/;

export const isMoney = (text: string): boolean => MONEY.test(text.replaceAll(/[\s\u00a0\u202f]/g, ""));

export function typedFrom(data: DraftData): TypedDraft {
  const { object = {}, members = [], facades = [], floors = [], volumes = [], schedule } = data;
  const texts = Object.fromEntries(TEXTS.map((name) => [name, object[name] ?? ""]));
  const cells = volumes.map(
    ({ facade, floor, workTypeId, planQty }) =>
      [cellKey(facade, floor, workTypeId), planQty.replace(".", ",")] as const,
  );
  return {
    object: {
      ...(texts as Record<TextField, string>),
      facadeTypes: object.facadeTypes ?? [],
      timeZone: object.timeZone ?? "Europe/Moscow",
      workWeek: object.workWeek ?? [1, 2, 3, 4, 5],
      followTransfers: object.followTransfers ?? true,
      projectManagerId: object.projectManagerId ?? null,
    },
    members,
    facades: facades.map(({ code, name }) => ({ code, name })),
    floors: writeFloors(floors.map(({ code }) => code)),
    works: data.workTypeIds ?? [...new Set(volumes.map(({ workTypeId }) => workTypeId))],
    cells: Object.fromEntries(cells),
    schedule: { template: schedule?.template ?? "", startOn: schedule?.startOn ?? "" },
  };
}

/** A field that the server would refuse is left out until it is right. */
function passportOf({ projectManagerId, facadeTypes, ...object }: Passport): DraftData["object"] {
  const isSaved = (name: TextField, text: string) => {
    if (name === "budget") return isMoney(text);
    if (name === "contractDate" || name === "startDate" || name === "deadline") return DAY.test(text);
    return text.trim() !== "" || name === "city" || name === "address" || name === "customer";
  };
  const texts = TEXTS.filter((name) => isSaved(name, object[name])).map((name) => [
    name,
    object[name].trim(),
  ]);
  return {
    ...Object.fromEntries(texts),
    timeZone: object.timeZone,
    workWeek: [...object.workWeek],
    followTransfers: object.followTransfers,
    ...(facadeTypes.length > 0 ? { facadeTypes: [...facadeTypes] } : {}),
    ...(projectManagerId === null ? {} : { projectManagerId }),
  } as DraftData["object"];
}

export const floorsOf = ({ floors }: Pick<TypedDraft, "floors">): readonly string[] =>
  readFloors(floors).codes;

function volumesOf(typed: TypedDraft, units: ReadonlyMap<number, Unit>): NonNullable<DraftData["volumes"]> {
  const floors = floorsOf(typed);
  return typed.facades.flatMap(({ code: facade }) =>
    floors.flatMap((floor) =>
      typed.works.flatMap((workTypeId) => {
        const text = typed.cells[cellKey(facade, floor, workTypeId)] ?? "";
        const planQty = quantityOf(text);
        const unit = units.get(workTypeId);
        const isRight = planQty !== null && (unit === undefined || problemOf(text, unit) === null);
        return isRight ? [{ facade, floor, workTypeId, planQty }] : [];
      }),
    ),
  );
}

function scheduleOf({
  schedule: { template, startOn },
}: TypedDraft): NonNullable<DraftData["schedule"]> | null {
  return template === "" ? null : { template, startOn: DAY.test(startOn) ? startOn : null };
}

/** What one step of the draft stores. */
export function dataOf(step: DraftStep, typed: TypedDraft, units: ReadonlyMap<number, Unit>): DraftData {
  if (step === 1) return { object: passportOf(typed.object) };
  if (step === 2)
    return { members: typed.members.map(({ userId, roles }) => ({ userId, roles: [...roles] })) };
  if (step === 4) return { volumes: volumesOf(typed, units) };
  if (step === 5) return { schedule: scheduleOf(typed) };
  return {
    facades: typed.facades.map(({ code, name }, at) => ({ code, name, sort: at + 1 })),
    floors: floorsOf(typed).map((code, at) => ({ code, sort: (at + 1) * FLOOR_GAP })),
    workTypeIds: [...typed.works],
  };
}
