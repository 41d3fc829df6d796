import { checkFactForm } from "../checks/check-fact-form.ts";
import { crowdDay } from "../world/crowded-day.ts";
import { type BenchCase, READ_TARGETS } from "./bench-case.ts";

export const factForm: BenchCase = {
  name: "fact-form",
  status: 200,
  targets: READ_TARGETS,
  wishes: ({ sites }) =>
    sites.map(({ objectId, foremanId }) => ({
      method: "GET",
      path: `/api/objects/${objectId}/fact-form`,
      personId: foremanId,
    })),
  check: checkFactForm,
};

/** The form of a day with 3,000 entries, as after a mass import: it shows what its reader works on. */
export const crowdedFactForm: BenchCase = {
  ...factForm,
  name: "fact-form-crowded",
  prepare: ({ sql, sites: [site] }) => crowdDay(sql, site),
  wishes: (world) => factForm.wishes({ ...world, sites: world.sites.slice(0, 1) }),
};
