import { type Kpi, kpiQuery } from "@stsphera/contracts";
import { can, reachOver } from "@stsphera/rbac";
import {
  forbidden,
  invalidField,
  personOf,
  query,
  addDays,
  dayNumber,
  localDay,
} from "../../kernel/index.ts";
import { KPI } from "./kpi-sql.ts";

const USUAL_DAYS = 30;
const MAX_DAYS = 366;

type Row = Kpi["tasks"] & {
  answered: number;
  meanMinutes: number | null;
  shifts: number;
  factsOnTime: number;
};

/** The actor's figures over a period: deadlines kept and speed of response. Null when there is no data. */
export const getMyKpi = query({
  name: "me.kpi",
  permissions: ["profile.edit"],
  input: kpiQuery,
  read: async (ctx, asked): Promise<Kpi> => {
    if (!can(ctx.actor, "profile.edit")) throw forbidden("profile.edit");
    const { id, timeZone } = personOf(ctx);
    const to = asked.to ?? localDay(ctx.now, timeZone);
    const from = asked.from ?? addDays(to, 1 - USUAL_DAYS);
    if (from > to) throw invalidField("to", "window_order");
    if (dayNumber(to) - dayNumber(from) >= MAX_DAYS) throw invalidField("to", "period_too_long");
    const { everywhere, objectIds } = reachOver(ctx.actor, "task.view");
    const [row] = await ctx.db.read<Row>(KPI, [
      id,
      from,
      to,
      ctx.now.toISOString(),
      timeZone,
      everywhere,
      objectIds,
    ]);
    if (row === undefined) throw new Error("nothing was counted");
    const { answered, meanMinutes, shifts, factsOnTime, ...tasks } = row;
    return {
      from,
      to,
      facts: { shifts, onTime: factsOnTime },
      tasks,
      reaction: { tasks: answered, meanMinutes },
    };
  },
});
