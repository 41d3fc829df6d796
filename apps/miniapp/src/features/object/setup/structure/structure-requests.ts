import type { ObjectStructure } from "@stsphera/contracts";
import { act, newKey, write } from "../../../../shared/api/request.ts";
import { listVolumes, setVolumes } from "../setup-requests.ts";

export type Kind = "facade" | "floor";
export type Part = {
  readonly id: number;
  readonly code: string;
  readonly name?: string;
  readonly sort: number;
};
export type PartOf = ObjectStructure["facades"][number] | ObjectStructure["floors"][number];

export const addFacades = (id: number, version: number, facades: readonly Omit<Part, "id">[]) =>
  write("POST", `/api/objects/${id}/facades`, { body: { version, facades }, key: newKey() }, (c) =>
    c.objectStructure.pick({ version: true }).extend({ facades: c.facade.array() }),
  );
export const addFloors = (id: number, version: number, floors: readonly Omit<Part, "id">[]) =>
  write("POST", `/api/objects/${id}/floors`, { body: { version, floors }, key: newKey() }, (c) =>
    c.objectStructure.pick({ version: true }).extend({ floors: c.floor.array() }),
  );

const pathOf = (kind: Kind, id: number) => `/api/${kind === "facade" ? "facades" : "floors"}/${id}`;

export const changePart = (kind: Kind, part: PartOf, change: object) =>
  act("PATCH", pathOf(kind, part.id), { body: { version: part.version, ...change }, key: newKey() });

/** Removes a facade or a floor with its plan; the answer brings both back. */
export async function removePart(objectId: number, kind: Kind, part: PartOf): Promise<() => Promise<void>> {
  const all = part.cells === 0 ? [] : await listVolumes(objectId);
  const lost = all.filter((volume) => volume[kind].id === part.id);
  const { objectVersion } = await write(
    "DELETE",
    pathOf(kind, part.id),
    { body: { version: part.version }, key: newKey() },
    (c) => c.partRemoved,
  );
  return async () => {
    const { code, sort } = part;
    const id =
      kind === "facade"
        ? (
            await addFacades(objectId, objectVersion, [
              { code, sort, name: "name" in part ? part.name : code },
            ])
          ).facades[0]?.id
        : (await addFloors(objectId, objectVersion, [{ code, sort }])).floors[0]?.id;
    if (id === undefined || lost.length === 0) return;
    const volumes = lost.map(({ facade, floor, workType, planQty, planStart, planFinish }) => ({
      facadeId: kind === "facade" ? id : facade.id,
      floorId: kind === "floor" ? id : floor.id,
      workTypeId: workType.id,
      planQty,
      planStart,
      planFinish,
    }));
    await setVolumes(objectId, volumes, newKey());
  };
}
