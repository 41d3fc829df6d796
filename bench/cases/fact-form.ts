import { checkFactForm } from "../checks/check-fact-form.ts";
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
