import type { z } from "zod";
import type { extraTotalsQuery } from "@stsphera/contracts";
import { type Asked, type Context, textHas, withinReach } from "../../kernel/index.ts";
import { EXTRA_STATES } from "./extra-sql.ts";

export type ExtraFilters = z.output<typeof extraTotalsQuery>;

/** SQL conditions on an extra work `t` of an object `o`: the filters, and what the reader may see. */
export function filterExtras(
  asked: Asked,
  { actor }: Pick<Context, "actor">,
  { objectId, state, stage, search }: ExtraFilters,
): readonly (string | false)[] {
  return [
    withinReach(asked, actor, "extra.view", "t.object_id"),
    objectId !== undefined && `t.object_id = ${asked(objectId, "integer")}`,
    state !== "all" && EXTRA_STATES[state],
    stage !== undefined && `t.stage = ${asked(stage, "text")}`,
    search !== undefined &&
      search !== "" &&
      textHas("concat_ws(' ', t.title, t.place, t.ordered_by, o.name)", asked(search, "text")),
  ];
}
