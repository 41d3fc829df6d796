import type { ShiftDay } from "@stsphera/contracts";
import { shortName, formatQuantity } from "@stsphera/contracts/format";
import { SHIFT_NOTE_CAPTIONS } from "@stsphera/contracts/shifts/captions";
import { DOWNTIME_REASONS, SHIFT_NOTES } from "@stsphera/contracts/vocabulary";
import { useRef, useState } from "react";
import { PhotoField } from "../../../kit/photos/photo-field.tsx";
import { usePhotos } from "../../../kit/photos/use-photos.ts";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { newKey } from "../../../shared/api/request.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { planReasonWords } from "../../../shared/i18n/plan-reason-words.ts";
import { ActionBar } from "../../../shared/ui/action-bar.tsx";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { Sheet } from "../../../shared/ui/sheet.tsx";
import { Stepper } from "../../../shared/ui/stepper.tsx";
import { shiftWords } from "../shift-words.ts";
import { useShiftAct } from "../use-shift-act.ts";

type Props = { shift: ShiftDay; kind: "downtime" | "note"; onClose: () => void };

const MAX_HOURS = 24;

/** Asks who stood idle and why, or who worked on what without a quantity, and for how long. */
export function IdleSheet({ shift, kind, onClose }: Props) {
  const words = useWords(shiftWords);
  const reasons = useWords(planReasonWords);
  const locale = useLocale();
  const act = useShiftAct();
  const photos = usePhotos(shift.object.id);
  const [crewIds, setCrewIds] = useState<readonly number[]>(
    shift.crews.length === 1 ? shift.crews.map(({ id }) => id) : [],
  );
  const [code, setCode] = useState("");
  const [text, setText] = useState("");
  const [hours, setHours] = useState(shift.shiftHours);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const key = useRef(newKey());
  const isIdle = kind === "downtime";
  const values = isIdle
    ? DOWNTIME_REASONS.map((value) => ({ value: value as string, caption: reasons[value] }))
    : SHIFT_NOTES.map((value) => ({ value: value as string, caption: SHIFT_NOTE_CAPTIONS[locale][value] }));
  const toggle = (id: number) => {
    key.current = newKey();
    setCrewIds((chosen) => (chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]));
  };
  const whole = Number(shift.shiftHours);
  const step = (by: number) => {
    key.current = newKey();
    setHours((now) => String(Math.min(MAX_HOURS, Math.max(1, Math.round(Number(now)) + by))));
  };
  const needsWords = isIdle && code === "other";
  const onTheirWay = photos.photos.some(({ state }) => state === "preparing" || state === "sending");
  const enabled =
    crewIds.length > 0 &&
    code !== "" &&
    (!needsWords || text.trim() !== "") &&
    Number(hours) > 0 &&
    !onTheirWay;
  const send = async () => {
    setBusy(true);
    try {
      const { fileIds, rest } = await photos.take();
      const common = {
        date: shift.date,
        shift: shift.shift,
        crews: crewIds.map((crewId) => ({ crewId, hours })),
        photoIds: fileIds,
      };
      const said = text.trim() === "" ? {} : { text: text.trim() };
      await act({
        path: `/api/objects/${shift.object.id}/${isIdle ? "downtimes" : "shift-notes"}`,
        body: isIdle ? { ...common, reason: { code, ...said } } : { ...common, activity: code, ...said },
        title: `${isIdle ? words.downtime : words.note} · ${shift.object.name}`,
        line: words.recorded,
        key: key.current,
        photos: { objectId: shift.object.id, files: rest },
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
      title={isIdle ? words.downtime : words.note}
      caption={shift.object.name}
      onClose={onClose}
      testId="idle-sheet"
      footer={
        <ActionBar
          text={isIdle ? words.recordDowntime : words.recordNote}
          enabled={enabled}
          busy={busy}
          onPress={() => void send()}
          testId="send-idle"
        />
      }
    >
      <div className="stack">
        <span className="form-label">{words.who}</span>
        {shift.crews.length === 0 && <p className="muted">{words.noCrews}</p>}
        <Chips label={words.who}>
          {shift.crews.map(({ id, lead, size }) => (
            <Chip key={id} pressed={crewIds.includes(id)} onPress={() => toggle(id)} testId={`crew-${id}`}>
              {shortName(lead)} · {words.people(size)}
            </Chip>
          ))}
        </Chips>
        <span className="form-label">{isIdle ? words.whyIdle : words.what}</span>
        <Chips label={isIdle ? words.whyIdle : words.what}>
          {values.map(({ value, caption }) => (
            <Chip
              key={value}
              pressed={value === code}
              onPress={() => {
                key.current = newKey();
                setCode(value);
              }}
              testId={`code-${value}`}
            >
              {caption}
            </Chip>
          ))}
        </Chips>
        <span className="form-label">{words.howMuch}</span>
        <Chips label={words.howMuch}>
          <Chip
            pressed={Number(hours) === whole}
            onPress={() => setHours(shift.shiftHours)}
            testId="whole-shift"
          >
            {words.wholeShift} · {words.hours(formatQuantity(shift.shiftHours, locale))}
          </Chip>
        </Chips>
        <Stepper
          label={words.howMuch}
          text={words.hours(formatQuantity(hours, locale))}
          onLess={() => step(-1)}
          onMore={() => step(1)}
          canLess={Number(hours) > 1}
          canMore={Number(hours) < MAX_HOURS}
        />
        <label className="form-field">
          <span className="form-label">{words.words}</span>
          <input
            className="text-input"
            value={text}
            maxLength={300}
            required={needsWords}
            onChange={({ target }) => {
              key.current = newKey();
              setText(target.value);
            }}
            data-testid="idle-words"
          />
        </label>
        <PhotoField photos={photos} hint={words.photosHint} />
        {refusal !== null && (
          <p className="form-refusal" role="alert" data-testid="idle-refusal">
            {refusal}
          </p>
        )}
      </div>
    </Sheet>
  );
}
