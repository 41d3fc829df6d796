import type { ShiftDay } from "@stsphera/contracts";
import { dayWithYear, formatQuantity, shortName } from "@stsphera/contracts/format";
import { SHIFT_NOTE_CAPTIONS } from "@stsphera/contracts/shifts/captions";
import { shiftForms } from "@stsphera/contracts/shifts/forms";
import type { DowntimeReason, ShiftNote } from "@stsphera/contracts/vocabulary";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { planReasonWords } from "../../../shared/i18n/plan-reason-words.ts";
import { shiftWords } from "../shift-words.ts";
import { useShiftAct } from "../use-shift-act.ts";

type Input = { reason?: { code: DowntimeReason; text?: string }; activity?: ShiftNote };
type Props = { shift: ShiftDay; kind: "downtime" | "note"; onClose: () => void };

/** Hours offered besides the whole shift; others are typed. */
const HOURS = ["4", "2"];
const CARD = { unanswered: 0 };

/** Asks who stood idle and why, or who worked on what without a quantity, and for how long. */
export function IdleSheet({ shift, kind, onClose }: Props) {
  const words = useWords(shiftWords);
  const reasons = useWords(planReasonWords);
  const locale = useLocale();
  const act = useShiftAct();
  const { object, date, crews, shiftHours } = shift;
  const [only] = crews;
  const isIdle = kind === "downtime";
  const say = (hours: string) => words.hours(formatQuantity(hours, locale));
  const options = (from: string) => {
    if (from === "crews")
      return crews.map(({ id, lead, size }) => ({
        value: String(id),
        text: `${shortName(lead)} · ${words.people(size)}`,
      }));
    if (from === "workers") return [];
    const whole = { value: shiftHours, text: `${words.wholeShift} · ${say(shiftHours)}` };
    return [whole, ...HOURS.map((value) => ({ value, text: say(value) }))];
  };
  const given = {
    hours: shiftHours,
    ...(crews.length === 1 && only !== undefined ? { crews: [String(only.id)] } : {}),
  };
  const reasonText = (input: Readonly<Record<string, unknown>>): string => {
    const { reason, activity } = input as Pick<Input, "reason" | "activity">;
    if (activity !== undefined) return SHIFT_NOTE_CAPTIONS[locale][activity];
    return reason === undefined ? "" : (reason.text ?? reasons[reason.code]);
  };
  /** «Громов · Ветер · 4 ч · 8 сентября». */
  const waitingLine = (input: Readonly<Record<string, unknown>>, chosen: readonly string[], hours: string) =>
    [
      crews
        .filter(({ id }) => chosen.includes(String(id)))
        .map(({ lead }) => shortName(lead))
        .join(", "),
      reasonText(input),
      say(hours),
      dayWithYear(date, shift.today, locale),
    ].join(" · ");
  return (
    <FormSheet
      form={shiftForms[kind]}
      card={CARD}
      scope={`shift.${kind}`}
      draft={`shift.${kind}.${object.id}.${date}.${shift.shift}`}
      title={isIdle ? words.downtime : words.note}
      caption={`${object.name} · ${dayWithYear(date, shift.today, locale, "weekday")}`}
      send={isIdle ? words.recordDowntime : words.recordNote}
      objectId={object.id}
      today={shift.today}
      given={given}
      options={options}
      onSend={async ({ crews: chosen, hours, workers, ...input }, key, { photos }) => {
        const each = { hours, ...(typeof workers === "string" ? { workers: Number(workers) } : {}) };
        await act({
          path: `/api/objects/${object.id}/${isIdle ? "downtimes" : "shift-notes"}`,
          body: {
            ...input,
            date,
            shift: shift.shift,
            crews: (chosen as readonly string[]).map((id) => ({ crewId: Number(id), ...each })),
          },
          title: `${isIdle ? words.downtime : words.note} · ${object.name}`,
          line: words.recorded,
          waiting: waitingLine(input, chosen as readonly string[], String(hours)),
          key,
          photos: { objectId: object.id, files: photos },
        });
        onClose();
      }}
      onClose={onClose}
    />
  );
}
