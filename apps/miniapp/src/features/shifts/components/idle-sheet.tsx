import type { ShiftDay } from "@stsphera/contracts";
import { formatQuantity, shortName } from "@stsphera/contracts/format";
import { shiftForms } from "@stsphera/contracts/shifts/forms";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { shiftWords } from "../shift-words.ts";
import { useShiftAct } from "../use-shift-act.ts";

type Props = { shift: ShiftDay; kind: "downtime" | "note"; onClose: () => void };

/** Hours offered besides the whole shift; others are typed. */
const HOURS = ["4", "2"];
const CARD = { unanswered: 0 };

/** Asks who stood idle and why, or who worked on what without a quantity, and for how long. */
export function IdleSheet({ shift, kind, onClose }: Props) {
  const words = useWords(shiftWords);
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
  return (
    <FormSheet
      form={shiftForms[kind]}
      card={CARD}
      scope={`shift.${kind}`}
      draft={`shift.${kind}.${object.id}.${date}.${shift.shift}`}
      title={isIdle ? words.downtime : words.note}
      caption={object.name}
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
          key,
          photos: { objectId: object.id, files: photos },
        });
        onClose();
      }}
      onClose={onClose}
    />
  );
}
