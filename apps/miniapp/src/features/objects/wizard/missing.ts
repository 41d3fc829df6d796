import type { WorkType } from "@stsphera/contracts";
import { brokenCells } from "../../../kit/volumes/cells.ts";
import { readFloors } from "../../../kit/volumes/floor-range.ts";
import { gridOf } from "./grid-of.ts";
import { isMoney, type TypedDraft } from "./typed-draft.ts";
import type { wizardWords } from "./wizard-words.ts";

export type Lack = { readonly what: keyof (typeof wizardWords)["ru"]["missingWhat"]; readonly step: number };

/** What a draft lacks before it can become an object, and on which step it is given. */
export function lacksOf(typed: TypedDraft, works: readonly WorkType[], leadsHimself: boolean): Lack[] {
  const { object, members, facades, floors, cells } = typed;
  const start = object.startDate || object.contractDate;
  const hasManager =
    leadsHimself ||
    object.projectManagerId !== null ||
    members.some(({ roles }) => roles.includes("project_manager"));
  const { codes, problems } = readFloors(floors);
  const checks: readonly (Lack & { readonly isMissing: boolean })[] = [
    { what: "name", step: 1, isMissing: object.name.trim() === "" },
    { what: "facadeTypes", step: 1, isMissing: object.facadeTypes.length === 0 },
    { what: "budget", step: 1, isMissing: object.budget !== "" && !isMoney(object.budget) },
    {
      what: "deadline",
      step: 1,
      isMissing: object.deadline !== "" && start !== "" && object.deadline < start,
    },
    { what: "projectManagerId", step: 2, isMissing: !hasManager },
    { what: "facades", step: 3, isMissing: facades.length === 0 },
    { what: "floors", step: 3, isMissing: codes.length === 0 || problems.length > 0 },
    { what: "broken", step: 3, isMissing: brokenCells(gridOf(typed, works), cells).length > 0 },
  ];
  return checks.filter(({ isMissing }) => isMissing).map(({ what, step }) => ({ what, step }));
}
