import type { NO_FACT_REASONS, SilentLine } from "./closing.ts";
import type { ShiftRecord } from "./shifts.ts";

type NoFactReason = (typeof NO_FACT_REASONS)[number];

/**
 * Why a line has no fact, as the newest record of idle time of its crew says; null when nothing is
 * recorded. A reason in words is not suggested: the words are about the crew, not about the line.
 */
export function suggestedReason(
  { crewId }: Pick<SilentLine, "crewId">,
  records: readonly Pick<ShiftRecord, "kind" | "code" | "crews">[],
): NoFactReason | null {
  const idle = records.filter(
    ({ kind, code, crews }) =>
      kind === "downtime" && code !== "other" && crews.some(({ id }) => id === crewId),
  );
  return (idle.at(-1)?.code ?? null) as NoFactReason | null;
}
