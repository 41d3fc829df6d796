import type { GprShiftHow } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { TextField } from "../../../../kit/form/text-field.tsx";
import { ApiError } from "../../../../shared/api/api-error.ts";
import { errorSentence } from "../../../../shared/api/error-sentence.ts";
import { newKey } from "../../../../shared/api/request.ts";
import { useWords } from "../../../../shared/i18n/locale.ts";
import { hapticSuccess } from "../../../../shared/telegram/haptics.ts";
import { ActionBar } from "../../../../shared/ui/action-bar.tsx";
import { Chip, Chips } from "../../../../shared/ui/chip.tsx";
import { Sheet } from "../../../../shared/ui/sheet.tsx";
import { Stepper } from "../../../../shared/ui/stepper.tsx";
import { showToast } from "../../../../shared/ui/toast-store.ts";
import { previewGprShift, shiftGpr } from "../../api/gpr-requests.ts";
import type { BoardRow } from "../board/layout.ts";
import { forecastWords } from "../forecast-words.ts";
import { PreviewLines } from "./preview-lines.tsx";
import { useRowCaptions } from "./use-row-captions.ts";

type Way = "days" | "start" | "finish";
const WAYS: readonly Way[] = ["days", "start", "finish"];
const MOST = 2000;
/** Shorter is no reason that others could judge. */
const LEAST_REASON = 5;

type Props = {
  gprId: number;
  row: BoardRow;
  /** Where a bar was dragged to. */
  dragged?: Extract<GprShiftHow, { by: "start" | "finish" }>;
  onClose: () => void;
};

/** Moves the forecast of a row of the version in force: what that does is seen before anything is written. */
export default function ShiftSheet({ gprId, row, dragged, onClose }: Props) {
  const words = useWords(forecastWords);
  const captions = useRowCaptions({ people: [] });
  const client = useQueryClient();
  const [way, setWay] = useState<Way>(dragged?.by ?? "days");
  const [days, setDays] = useState(1);
  const [day, setDay] = useState(dragged?.day ?? row.start ?? "");
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const key = useRef(newKey());
  const how: GprShiftHow = way === "days" ? { by: "days", workdays: days } : { by: way, day };
  const isWhole = way === "days" ? days !== 0 : day !== "";
  const rows = [row.key];
  const preview = useQuery({
    queryKey: ["gpr", gprId, "preview", rows, how],
    queryFn: () => previewGprShift(gprId, { rows, how }),
    enabled: isWhole,
    // The last one stands until the next: steps of days follow each other.
    placeholderData: keepPreviousData,
    staleTime: 0,
    retry: false,
  });
  const change = (act: () => void) => {
    key.current = newKey();
    setRefusal(null);
    act();
  };
  const apply = async () => {
    setBusy(true);
    setRefusal(null);
    try {
      const { moved } = await shiftGpr(gprId, { rows, how, reason: reason.trim() }, key.current);
      hapticSuccess();
      showToast(words.applied(moved));
      onClose();
      await client.invalidateQueries();
    } catch (error) {
      if (error instanceof ApiError) key.current = newKey();
      setRefusal(errorSentence(error));
    } finally {
      setBusy(false);
    }
  };
  const choose = (next: Way) =>
    change(() => {
      setWay(next);
      if (next === "start") setDay(row.start ?? "");
      if (next === "finish") setDay(row.finish ?? "");
    });
  return (
    <Sheet
      title={words.title}
      caption={`${row.number} ${row.name}`}
      onClose={onClose}
      testId="shift-sheet"
      footer={
        <ActionBar
          text={words.apply}
          enabled={
            isWhole &&
            reason.trim().length >= LEAST_REASON &&
            preview.error === null &&
            preview.data !== undefined &&
            preview.data.moved.length > 0
          }
          busy={busy}
          onPress={() => void apply()}
          testId="shift-apply"
        />
      }
    >
      <p className="muted">{words.line}</p>
      <Chips label={words.how}>
        {WAYS.map((one) => (
          <Chip key={one} pressed={way === one} onPress={() => choose(one)} testId={`shift-by-${one}`}>
            {words.ways[one]}
          </Chip>
        ))}
      </Chips>
      {way === "days" ? (
        <Stepper
          label={words.days}
          text={days > 0 ? `+${days}` : String(days).replace("-", "−")}
          canLess={days > -MOST}
          canMore={days < MOST}
          onLess={() => change(() => setDays(days - 1))}
          onMore={() => change(() => setDays(days + 1))}
        />
      ) : (
        <TextField
          name="shift-day"
          type="date"
          label={words[way]}
          value={day}
          onChange={(next) => change(() => setDay(next))}
        />
      )}
      {isWhole && preview.error !== null && (
        <p className="form-refusal" role="alert" data-testid="shift-refused">
          {errorSentence(preview.error)}
        </p>
      )}
      {isWhole && preview.error === null && preview.data === undefined && (
        <p className="dim">{words.counting}</p>
      )}
      {isWhole && preview.error === null && preview.data !== undefined && (
        <PreviewLines
          preview={preview.data}
          captions={captions}
          names={preview.data.touched.map(({ fullName }) => shortName(fullName))}
        />
      )}
      <label className="form-field">
        <span className="form-label">{words.reason}</span>
        <textarea
          className="form-input"
          rows={2}
          maxLength={500}
          value={reason}
          onChange={({ target }) => change(() => setReason(target.value))}
          data-testid="shift-reason"
        />
      </label>
      {refusal !== null && (
        <p className="form-refusal" role="alert" data-testid="shift-refusal">
          {refusal}
        </p>
      )}
    </Sheet>
  );
}
