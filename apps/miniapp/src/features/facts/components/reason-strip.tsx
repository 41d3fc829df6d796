import type { PlanReason } from "@stsphera/contracts/vocabulary";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";
import type { Draft } from "../entry/draft.ts";
import "./reason-strip.css";

const OVER: readonly PlanReason[] = ["remeasure", "plan_error", "extra_work", "rework", "other"];
const UNDER: readonly PlanReason[] = [
  "no_material",
  "weather_wind",
  "no_front",
  "no_people",
  "equipment",
  "other",
];

type Props = { title: string; over: boolean; draft: Draft; onChange: (change: Partial<Draft>) => void };

/** Why the figure is over what is left (an answer is due) or under the plan (an answer is welcome). */
export function ReasonStrip({ title, over, draft, onChange }: Props) {
  const words = useWords(factsWords);
  return (
    <div
      className={`reason-strip${over ? "" : " reason-strip-quiet"}`}
      data-testid={over ? "over-plan" : "under-plan"}
    >
      <Mark tone="amber">{title}</Mark>
      <Chips label={title}>
        {(over ? OVER : UNDER).map((code) => (
          <Chip
            key={code}
            pressed={draft.reason === code}
            onPress={() => onChange({ reason: draft.reason === code ? null : code })}
            testId={`reason-${code}`}
          >
            {words.planReasons[code]}
          </Chip>
        ))}
      </Chips>
      {draft.reason === "other" && (
        <input
          className="text-input"
          value={draft.reasonWords}
          maxLength={300}
          placeholder={words.reasonWords}
          aria-label={words.reasonWords}
          onChange={(event) => onChange({ reasonWords: event.target.value })}
        />
      )}
    </div>
  );
}
