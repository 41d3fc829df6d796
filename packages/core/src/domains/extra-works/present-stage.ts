import type { ExtraRow } from "./load-extra.ts";

/** An extra work after a step of its way, as the API answers it. */
export const presentStage = ({ id, status, stage, version }: ExtraRow) => ({ id, status, stage, version });
