import {
  choice,
  day,
  forms,
  line,
  type Missing,
  type OnObject,
  photos,
  reason,
  reasonFor,
  whichObject,
  worker,
} from "../forms/index.ts";
import type { DefectCard } from "./defect-card.ts";
import { DEFECT_ORIGINS, DEFECT_SEVERITIES, type DefectAction } from "./vocabulary.ts";

/** What is found most often; another is named in words. */
export const DEFECT_KINDS = [
  "axis",
  "joint",
  "glass",
  "scratch",
  "fastening",
  "gap",
  "leak",
  "other",
] as const;

/** The permission of whom a defect is given to. */
const FIX = "defect.fix";
const MAX_PHOTOS = 20;

const photoMissing = (_card: unknown, sent: number): Missing[] =>
  sent > 0 ? [] : [{ what: "photos", count: 1 }];
const term = day("dueOn", { ahead: [1, 3, 7], optional: true });
const severity = choice("severity", {
  options: ["major", "critical", "minor"],
  captions: "defect.severity",
});

/** Forms of the moves of a defect and of changing it. */
export const defectForms = forms<DefectCard, DefectAction>()({
  assign: { asks: [worker("responsibleId", FIX), term], undo: true },
  reassign: { asks: [worker("responsibleId", FIX), reason()], undo: true },
  start: { undo: true },
  fix: { asks: [photos("fileIds", { max: MAX_PHOTOS })], ready: photoMissing, undo: true },
  dispute: { asks: [reason()], undo: true },
  uphold: { asks: [reason()], undo: true },
  drop: { asks: [reason()], undo: true },
  verify: { undo: true },
  reopen: { asks: [reason()], undo: true },
  cancel: { asks: [reason()], undo: true },
  edit: {
    anyOne: true,
    asks: [
      line("title", { max: 200 }),
      choice("severity", {
        options: DEFECT_SEVERITIES,
        captions: "defect.severity",
        current: (defect: DefectCard) => defect.severity,
      }),
      line("axes", { max: 60, optional: true }),
      term,
    ],
  },
  undo: {},
});

/** Where, what, and a photo of it; the rest has a default. */
export const newDefectForms = forms<OnObject>()({
  create: {
    asks: [
      whichObject,
      choice("facadeId", { from: "facades", numeric: true, pairs: true }),
      choice("floorId", { from: "floors", numeric: true, pairs: true, optional: true }),
      reasonFor("title", DEFECT_KINDS, { least: 2, max: 200 }),
    ],
    also: [
      severity,
      line("axes", { max: 60, optional: true }),
      choice("workTypeId", { from: "works", of: "facadeId", numeric: true, optional: true }),
      worker("responsibleId", FIX, {
        optional: true,
        when: ({ object }: OnObject) => object?.can.permissions.includes("defect.assign") === true,
      }),
      term,
      choice("origin", { options: DEFECT_ORIGINS }),
      photos("fileIds", { max: MAX_PHOTOS, always: true }),
    ],
    ready: photoMissing,
    confirm: true,
  },
});
