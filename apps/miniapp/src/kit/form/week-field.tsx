import { useState } from "react";
import { useWords } from "../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../shared/ui/chip.tsx";
import "./form.css";

const ru = {
  calendar: "Рабочая неделя",
  calendars: { five: "5/2", six: "6/1", own: "Своя" },
  weekdays: ["Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс"],
  transfers: "Выходные переносятся, как в производственном календаре",
};
const en: typeof ru = {
  calendar: "Working week",
  calendars: { five: "5/2", six: "6/1", own: "Own" },
  weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  transfers: "Days off move as in the production calendar",
};
const weekWords = { ru, en };

type Week = { readonly workWeek: readonly number[]; readonly followTransfers: boolean };
const USUAL = {
  five: { workWeek: [1, 2, 3, 4, 5], followTransfers: true },
  six: { workWeek: [1, 2, 3, 4, 5, 6], followTransfers: false },
} as const satisfies Record<string, Week>;
const KINDS = ["five", "six", "own"] as const;

const isSame = (a: Week, b: Week) =>
  a.followTransfers === b.followTransfers && a.workWeek.join() === b.workWeek.join();

/** Which days of a week are worked: one of the usual weeks, or one's own. */
export function WeekField({
  workWeek,
  followTransfers,
  onChange,
}: Week & { onChange: (week: Week) => void }) {
  const words = useWords(weekWords);
  const week = { workWeek, followTransfers };
  const usual = KINDS.find((kind) => kind !== "own" && isSame(USUAL[kind], week));
  const [own, setOwn] = useState(false);
  const chosen = own ? "own" : (usual ?? "own");
  const toggle = (day: number) => {
    const next = workWeek.includes(day) ? workWeek.filter((one) => one !== day) : [...workWeek, day];
    if (next.length > 0) onChange({ workWeek: next.toSorted((a, b) => a - b), followTransfers });
  };
  return (
    <div className="form-field">
      <span className="form-label">{words.calendar}</span>
      <Chips label={words.calendar}>
        {KINDS.map((kind) => (
          <Chip
            key={kind}
            pressed={chosen === kind}
            onPress={() => {
              setOwn(kind === "own");
              if (kind !== "own") onChange(USUAL[kind]);
            }}
            testId={`week-${kind}`}
          >
            {words.calendars[kind]}
          </Chip>
        ))}
      </Chips>
      {chosen === "own" && (
        <>
          <Chips label={words.calendars.own}>
            {words.weekdays.map((name, index) => (
              <Chip
                key={name}
                pressed={workWeek.includes(index + 1)}
                onPress={() => toggle(index + 1)}
                testId={`weekday-${index + 1}`}
              >
                {name}
              </Chip>
            ))}
          </Chips>
          <label className="form-choice">
            <input
              type="checkbox"
              checked={followTransfers}
              onChange={({ target }) => onChange({ workWeek, followTransfers: target.checked })}
              data-testid="week-transfers"
            />
            <span>{words.transfers}</span>
          </label>
        </>
      )}
    </div>
  );
}
