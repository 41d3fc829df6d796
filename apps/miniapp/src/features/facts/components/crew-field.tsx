import { keptWorkers } from "@stsphera/contracts/facts/crew-workers";
import { formatQuantity, fromMilli } from "@stsphera/contracts/format";
import { typedMilli } from "../../../shared/format/typed.ts";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { Stepper } from "../../../shared/ui/stepper.tsx";
import { crewName, type CrewRef } from "../../../shared/facts/crew-name.ts";
import type { Draft } from "../entry/draft.ts";
import { Field } from "./field.tsx";

type Props = { draft: Draft; crews: readonly CrewRef[]; onChange: (change: Partial<Draft>) => void };

const MAX_WORKERS = 500;
const MAX_HOURS = 24_000;
const HALF_HOUR = 500;

/** Who did it, how many, how long: filled as the last time. */
export function CrewField({ draft, crews, onChange }: Props) {
  const words = useWords(factsWords);
  const locale = useLocale();
  const crew = crews.find((known) => known.id === draft.crewId);
  const hours = typedMilli(draft.hours) ?? 0;
  const workers = draft.workers ?? 0;
  const value = [
    crew ? crewName(crew) : words.noCrew,
    ...(workers > 0 ? [words.people(workers)] : []),
    words.hours(formatQuantity(fromMilli(hours), locale)),
  ].join(" · ");
  const setHours = (next: number) => onChange({ hours: fromMilli(next) });
  return (
    <Field label={words.crew} value={value} testId="crew">
      <Chips label={words.crew}>
        {crews.map((known) => (
          <Chip
            key={known.id}
            pressed={known.id === draft.crewId}
            onPress={() => onChange({ crewId: known.id, workers: keptWorkers(draft.workers, crew, known) })}
            testId={`crew-${known.id}`}
          >
            {crewName(known)} · {words.people(known.size)}
          </Chip>
        ))}
      </Chips>
      <div className="field-stepper">
        <span>{words.workers}</span>
        <Stepper
          label={words.workers}
          text={String(workers)}
          canLess={workers > 1}
          canMore={workers < MAX_WORKERS}
          onLess={() => onChange({ workers: workers - 1 })}
          onMore={() => onChange({ workers: workers + 1 })}
        />
      </div>
      <div className="field-stepper">
        <span>{words.hoursLabel}</span>
        <Stepper
          label={words.hoursLabel}
          text={formatQuantity(fromMilli(hours), locale)}
          canLess={hours > HALF_HOUR}
          canMore={hours < MAX_HOURS}
          onLess={() => setHours(hours - HALF_HOUR)}
          onMore={() => setHours(hours + HALF_HOUR)}
        />
      </div>
    </Field>
  );
}
