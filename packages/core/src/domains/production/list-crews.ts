import { type crewPage, listDictionaryQuery } from "@stsphera/contracts";
import { type Actor, can, sees, seesEveryObject, myObjectIds } from "@stsphera/rbac";
import type { z } from "zod";
import { forbidden, notFound, pagedQuery } from "../../kernel/index.ts";
import { CREW_COLUMNS } from "./crew-row.ts";

type CrewRow = z.infer<typeof crewPage>["items"][number];

/** Objects whose crews the actor sees; null for all. */
const objectsOf = (actor: Actor): number[] | null =>
  seesEveryObject(actor)
    ? null
    : myObjectIds(actor).filter((objectId) => can(actor, "production.view", { objectId }));

/** The crews of the objects the actor sees, or of one of them. Observers see none. */
export const listCrews = pagedQuery({
  name: "crew.list",
  permissions: ["production.view"],
  input: listDictionaryQuery,
  authorize: ({ actor }, { objectId }) => {
    if (objectId !== undefined && !sees(actor, objectId)) throw notFound();
    if (objectId !== undefined && !can(actor, "production.view", { objectId })) {
      throw forbidden("production.view");
    }
  },
  sort: () => ({ value: { sql: "c.code", type: "text", of: (row: CrewRow) => row.code }, id: "c.id" }),
  select: () => ({
    columns: CREW_COLUMNS,
    from: "crews c",
  }),
  where: (asked, { actor }, { objectId }) => {
    const mine = objectsOf(actor);
    return [
      mine !== null && `c.object_id = any (array(select unnest(${asked(mine, "integer[]")})))`,
      objectId !== undefined && `c.object_id = ${asked(objectId, "integer")}`,
    ];
  },
  present: (_ctx, row: CrewRow) => row,
});
