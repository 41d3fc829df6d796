import type { SystemHealth } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { forbidden, personOf, query } from "../../../kernel/index.ts";
import {
  CONDITION_NAMES,
  type ConditionName,
  judge,
  NO_PROBES,
  readAlertWays,
  readSystemState,
  sayCondition,
} from "../../../platform/watch/index.ts";
import { sayFacts, sayPeople } from "./say-system.ts";

/** Where a condition is looked into; the rest are explained on the page itself. */
const PLACES: Partial<Record<ConditionName, string>> = { messages_failed: "/admin/messages" };
const HEALTH_PAGE = "/admin/health";

/** The health of the installation in sentences, and what the administrator has to do. */
export const getSystemHealth = query({
  name: "system.health",
  permissions: ["settings.manage"],
  input: z.strictObject({}),
  read: async (ctx): Promise<SystemHealth> => {
    if (!can(ctx.actor, "settings.manage")) throw forbidden("settings.manage");
    const { locale } = personOf(ctx);
    const probes = (await ctx.probes?.()) ?? NO_PROBES;
    const state = await readSystemState(ctx.db, ctx.now, probes);
    const alerts = await readAlertWays(ctx.db.read);
    const conditions = CONDITION_NAMES.map((name) => {
      const judged = judge(name, state);
      return { name, state: judged.state, ...sayCondition(judged, locale), place: PLACES[name] ?? null };
    });
    const troubles = conditions
      .filter((condition) => condition.state === "bad")
      .map(({ name, text, place }) => ({ name, text, place: place ?? HEALTH_PAGE }));
    return {
      conditions,
      alerts,
      facts: sayFacts(state, locale),
      needs: [...sayPeople(state, locale), ...troubles],
    };
  },
});
