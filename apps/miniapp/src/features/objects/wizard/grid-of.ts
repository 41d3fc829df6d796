import type { WorkType } from "@stsphera/contracts";
import type { Grid } from "../../../kit/volumes/cells.ts";
import { floorsOf, type TypedDraft } from "./typed-draft.ts";

/** The grid of volumes that a draft's facades, floors and works make. */
export const gridOf = (typed: TypedDraft, works: readonly WorkType[]): Grid => ({
  facades: typed.facades.map(({ code, name }) => ({ key: code, name })),
  floors: floorsOf(typed).map((code) => ({ key: code, name: code })),
  works: works.filter(({ id }) => typed.works.includes(id)),
  known: works,
});
