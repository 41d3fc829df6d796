import type { ShiftRecord } from "@stsphera/contracts";
import { formatQuantity, shortName } from "@stsphera/contracts/format";
import { PARTY_CAPTIONS, SHIFT_NOTE_CAPTIONS } from "@stsphera/contracts/shifts/captions";
import type { PlanReason, ShiftNote } from "@stsphera/contracts/vocabulary";
import { useState } from "react";
import { PhotoStrip } from "../../../kit/photos/photo-strip.tsx";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { clockOf } from "../../../shared/format/times.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { planReasonWords } from "../../../shared/i18n/plan-reason-words.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { saveFile } from "../../../shared/files/save-file.ts";
import { fetchAct } from "../api/report-requests.ts";
import { reportWords } from "../report-words.ts";
import { shiftWords } from "../shift-words.ts";
import { useShiftAct } from "../use-shift-act.ts";
import { WhySheet } from "./why-sheet.tsx";

/** What crews did without a quantity: who, why or what, how long, and the way back. */
export function RecordRow({ record }: { record: ShiftRecord }) {
  const words = useWords(shiftWords);
  const reports = useWords(reportWords);
  const reasons = useWords(planReasonWords);
  const locale = useLocale();
  const act = useShiftAct();
  const [asking, setAsking] = useState(false);
  const { id, kind, code, text, party, crews, version, can } = record;
  const what =
    kind === "downtime" ? reasons[code as PlanReason] : SHIFT_NOTE_CAPTIONS[locale][code as ShiftNote];
  const title = `${kind === "downtime" ? words.downtime : words.note} · ${what}`;
  const withdraw = (reason?: string) =>
    act({
      path: `/api/shift-records/${id}/undo`,
      body: { version, ...(reason === undefined ? {} : { reason }) },
      title,
      line: words.undone,
    });
  const saveAct = () =>
    fetchAct(id).then(
      (file) => saveFile(`${reports.act} ${id}.pdf`, file),
      (error: unknown) => showToast(errorSentence(error)),
    );
  const undo = () => void withdraw().catch((error: unknown) => showToast(errorSentence(error)));
  return (
    <div className="card stack" data-testid={`shift-record-${id}`}>
      <span className="spread">
        <b>{title}</b>
        <span className="muted tabular">{words.manHours(formatQuantity(record.manHours, locale))}</span>
      </span>
      {text !== null && <span>{text}</span>}
      {crews.map((crew) => (
        <span key={crew.id} className="muted">
          {shortName(crew.lead)} · {words.people(crew.workers)} ·{" "}
          {words.hours(formatQuantity(crew.hours, locale))}
        </span>
      ))}
      <span className="muted">
        {[
          ...(party === null ? [] : [`${words.party}: ${PARTY_CAPTIONS[locale][party]}`]),
          `${shortName(record.author.fullName)}, ${clockOf(record.createdAt)}`,
        ].join(" · ")}
      </span>
      <PhotoStrip
        title={title}
        photos={record.photos.map((photo) => ({ ...photo, caption: title }))}
        onExpired={() => undefined}
        testId="shift-photo"
      />
      {kind === "downtime" && (
        <Chips label={title}>
          <Chip onPress={() => void saveAct()} testId={`act-${id}`}>
            {reports.act}
          </Chip>
        </Chips>
      )}
      {can.undoUntil !== null ? (
        <Chips label={title}>
          <Chip onPress={undo} testId={`undo-record-${id}`}>
            {words.undo}
          </Chip>
        </Chips>
      ) : (
        can.withdraw && (
          <Chips label={title}>
            <Chip onPress={() => setAsking(true)} testId={`withdraw-record-${id}`}>
              {words.withdraw}
            </Chip>
          </Chips>
        )
      )}
      {asking && (
        <WhySheet
          title={words.withdrawWhy}
          send={words.withdraw}
          onSend={async (reason) => {
            await withdraw(reason);
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
