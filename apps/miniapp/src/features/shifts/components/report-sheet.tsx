import type { ShiftReportKind } from "@stsphera/contracts/vocabulary";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { saveFile } from "../../../shared/files/save-file.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Action } from "../../../shared/ui/action.tsx";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { QueryView } from "../../../shared/ui/query-view.tsx";
import { Sheet } from "../../../shared/ui/sheet.tsx";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { fetchReportFile, getShiftReport, type ReportOf } from "../api/report-requests.ts";
import { reportWords } from "../report-words.ts";
import "./report-sheet.css";

type Props = { objectId: number; date: string; kind: ShiftReportKind; onClose: () => void };

/** A text of a shift to copy, to share, or to save as PDF; a month at once where it is kept by days. */
export function ReportSheet({ objectId, date, kind, onClose }: Props) {
  const words = useWords(reportWords);
  const [isMonth, setMonth] = useState(false);
  const [saving, setSaving] = useState(false);
  const of: ReportOf = kind === "meeting" ? {} : isMonth ? { month: date.slice(0, 7) } : { date };
  const query = useQuery({
    queryKey: ["shift-report", objectId, kind, of],
    queryFn: () => getShiftReport(objectId, kind, of),
  });
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => showToast(words.copied),
      () => showToast(words.notCopied),
    );
  const share = (text: string, title: string) =>
    void navigator.share({ title, text }).catch((error: unknown) => {
      // The user closed the phone's own sheet.
      if (!(error instanceof DOMException && error.name === "AbortError")) showToast(words.notShared);
    });
  const save = async (name: string) => {
    setSaving(true);
    try {
      saveFile(name, await fetchReportFile(objectId, kind, of));
    } catch (error) {
      showToast(errorSentence(error));
    } finally {
      setSaving(false);
    }
  };
  return (
    <Sheet title={words.kinds[kind]} onClose={onClose} testId="report-sheet">
      {kind !== "meeting" && (
        <Chips label={words.span}>
          <Chip pressed={!isMonth} onPress={() => setMonth(false)} testId="report-day">
            {words.day}
          </Chip>
          <Chip pressed={isMonth} onPress={() => setMonth(true)} testId="report-month">
            {words.month}
          </Chip>
        </Chips>
      )}
      <QueryView query={query}>
        {(report) => (
          <div className="stack">
            <p className="report-text" data-testid="report-text">
              {report.text}
            </p>
            <Action onPress={() => void copy(report.text)} testId="copy-report">
              {words.copy}
            </Action>
            {"share" in navigator && (
              <Action tone="quiet" onPress={() => share(report.text, report.title)} testId="share-report">
                {words.share}
              </Action>
            )}
            <Action
              tone="quiet"
              busy={saving}
              onPress={() => void save(report.fileName)}
              testId="save-report"
            >
              PDF
            </Action>
          </div>
        )}
      </QueryView>
    </Sheet>
  );
}
