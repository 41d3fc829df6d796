import { choice, forms, line, worker } from "../forms/index.ts";

/** Fields of a zone, as the card of a form holds them: places as ids in text. */
export type ZoneCard = {
  readonly name?: string;
  readonly facadeId?: string;
  readonly fromFloorId?: string;
  readonly toFloorId?: string;
  readonly axes?: string | null;
  readonly foremanId?: { readonly id: number; readonly fullName: string } | null;
};

const asks = [
  line("name", { max: 30 }),
  choice("facadeId", { from: "facades", numeric: true }),
  choice("fromFloorId", { from: "floors", numeric: true }),
  choice("toFloorId", { from: "floors", numeric: true }),
  line("axes", { max: 60, optional: true }),
  worker("foremanId", "fact.enter", { beyond: "own_crew", optional: true }),
] as const;

/** Forms of the zones of an object; a zone that was removed can be put back at once. */
export const zoneForms = forms<ZoneCard>()({
  create: { asks },
  edit: { asks, anyOne: true },
  remove: { undo: true },
  restore: {},
});
