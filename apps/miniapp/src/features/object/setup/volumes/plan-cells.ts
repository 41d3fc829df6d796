import type { FloorVolume, ObjectStructure } from "@stsphera/contracts";
import { toMilli } from "@stsphera/contracts/format";
import { type Cells, cellKey, quantityOf } from "../../../../kit/volumes/cells.ts";

/** Cells as the server has them, by the key of the grid. */
export type Stored = ReadonlyMap<string, FloorVolume>;

export const storedOf = (volumes: readonly FloorVolume[]): Stored =>
  new Map(
    volumes.map((volume) => [
      cellKey(String(volume.facade.id), String(volume.floor.id), volume.workType.id),
      volume,
    ]),
  );

/** How a stored quantity is written in its cell. */
export const textOf = (volume: FloorVolume | undefined): string => volume?.planQty.replace(".", ",") ?? "";

export const placesOf = ({ facades, floors }: Pick<ObjectStructure, "facades" | "floors">) => ({
  facades: facades.map(({ id, name }) => ({ key: String(id), name })),
  floors: floors.map(({ id, code }) => ({ key: String(id), name: code })),
});

/** What was typed over the stored cells and differs from them. */
export const changesOf = (typed: Cells, stored: Stored): Cells =>
  Object.fromEntries(
    Object.entries(typed).filter(([key, text]) => {
      const quantity = quantityOf(text);
      const isNumberOrEmpty = quantity !== null || text.trim() === "" || /^0+$/.test(text.trim());
      return !isNumberOrEmpty || quantity !== (stored.get(key)?.planQty ?? null);
    }),
  );

/** The changed cells as they are sent: an emptied one is removed, a window stays as it was. */
export const volumesOf = (changes: Cells, stored: Stored) =>
  Object.entries(changes).map(([key, text]) => {
    const [facadeId, floorId, workTypeId] = key.split("|").map(Number);
    const before = stored.get(key);
    return {
      facadeId,
      floorId,
      workTypeId,
      planQty: quantityOf(text),
      planStart: before?.planStart ?? null,
      planFinish: before?.planFinish ?? null,
      ...(before === undefined ? {} : { version: before.version }),
    };
  });

/** Cells typed here that another person has changed since they were read. */
export const conflictsOf = (changes: Cells, base: Stored, now: Stored): string[] =>
  Object.keys(changes).filter((key) => base.get(key)?.version !== now.get(key)?.version);

/** Changed cells whose new plan is less than what is done there. */
export const belowFact = (changes: Cells, stored: Stored): { key: string; fact: string }[] =>
  Object.entries(changes).flatMap(([key, text]) => {
    const fact = stored.get(key)?.factQty ?? "0";
    const plan = quantityOf(text);
    return plan !== null && toMilli(plan) < toMilli(fact) ? [{ key, fact }] : [];
  });
