import type { FacadeMap } from "../production/production.ts";

type Work = FacadeMap["works"][number];

/** The works planned on the facade of a defect; none before it is chosen. */
export const worksOn = ({ works }: Pick<FacadeMap, "works">, facadeId: string | null): readonly Work[] =>
  works.filter(({ facadeIds }) => facadeIds.some((one) => String(one) === facadeId));
