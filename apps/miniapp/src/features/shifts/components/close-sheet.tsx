import type { NO_FACT_REASONS, ShiftDay, ShiftLines } from "@stsphera/contracts";
import { shortWorkName } from "@stsphera/contracts/format";
import { suggestedReason } from "@stsphera/contracts/shifts/suggested-reason";
import { useRef, useState } from "react";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { newKey } from "../../../shared/api/request.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { planReasonWords } from "../../../shared/i18n/plan-reason-words.ts";
import { ActionBar } from "../../../shared/ui/action-bar.tsx";
import { Sheet } from "../../../shared/ui/sheet.tsx";
import { shiftWords } from "../shift-words.ts";
import { useShiftAct } from "../use-shift-act.ts";

type Reason = (typeof NO_FACT_REASONS)[number];
/** Reasons that need no words, the most used first. */
const OFFERED = [
  "not_worked",
  "no_material",
  "weather_wind",
  "no_front",
  "no_people",
  "equipment",
  "weather_temp",
  "weather_rain",
  "no_drawings",
  "no_permit",
  "other_trades",
  "rework",
  "customer_stop",
  "accident",
] as const satisfies readonly Reason[];

type Props = { shift: ShiftDay; lines: ShiftLines; onClose: () => void };

/** Closes a shift: each line without a fact has a reason, that of its idle crew or «Не работали» unless changed. */
export function CloseSheet({ shift, lines, onClose }: Props) {
  const words = useWords(shiftWords);
  const plan = useWords(planReasonWords);
  const act = useShiftAct();
  const key = useRef(newKey());
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [changed, setChanged] = useState<Readonly<Record<number, Reason>>>({});
  const caption = (code: Reason) => (code === "not_worked" ? words.notWorked : plan[code]);
  const usual = (line: ShiftLines["silent"][number]): Reason =>
    suggestedReason(line, shift.records) ?? "not_worked";
  const codeOf = (line: ShiftLines["silent"][number]) => changed[line.floorVolumeId] ?? usual(line);
  const send = async () => {
    setBusy(true);
    try {
      const answers = lines.silent.map((line) => ({
        floorVolumeId: line.floorVolumeId,
        reason: { code: codeOf(line) },
      }));
      await act({
        path: `/api/objects/${shift.object.id}/shift-closings`,
        body: {
          date: shift.date,
          shift: shift.shift,
          answers,
          // A line whose fact was taken back meanwhile.
          rest: { code: "not_worked" },
          foremanId: lines.foremanId,
        },
        title: `${words.title} · ${shift.object.name}`,
        line: words.closedNow,
        key: key.current,
      });
      onClose();
    } catch (error) {
      key.current = newKey();
      setRefusal(errorSentence(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet
      title={lines.silent.length === 0 ? words.allEntered : words.why}
      caption={shift.object.name}
      onClose={onClose}
      testId="close-sheet"
      footer={
        <ActionBar text={words.close} enabled busy={busy} onPress={() => void send()} testId="send-close" />
      }
    >
      <div className="stack">
        {lines.silent.map((line) => (
          <label key={line.floorVolumeId} className="form-field">
            <span className="form-label">
              {shortWorkName(line.workType.name)} {line.facade} {line.floor}
            </span>
            <select
              className="form-input"
              value={codeOf(line)}
              onChange={({ target }) => {
                key.current = newKey();
                setChanged((now) => ({ ...now, [line.floorVolumeId]: target.value as Reason }));
              }}
              data-testid={`why-${line.floorVolumeId}`}
            >
              {OFFERED.map((code) => (
                <option key={code} value={code}>
                  {caption(code)}
                </option>
              ))}
            </select>
          </label>
        ))}
        {refusal !== null && (
          <p className="form-refusal" role="alert">
            {refusal}
          </p>
        )}
      </div>
    </Sheet>
  );
}
