import type { ShiftDay } from "@stsphera/contracts";
import { dayWithYear, shortName } from "@stsphera/contracts/format";
import { SHIFT_REPORTS, type ShiftReportKind } from "@stsphera/contracts/vocabulary";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useQueryState } from "../../kit/use-query-state.ts";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { ActionBar } from "../../shared/ui/action-bar.tsx";
import { Chip, Chips } from "../../shared/ui/chip.tsx";
import { Link } from "../../shared/ui/link.tsx";
import { ObjectSections } from "../../shared/ui/object-sections/object-sections.tsx";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { QueryView } from "../../shared/ui/query-view.tsx";
import { getShift, getShiftLines } from "./api/shift-requests.ts";
import { CloseSheet } from "./components/close-sheet.tsx";
import { ClosingPart, Reopen, useClosedBy } from "./components/closing-part.tsx";
import { IdleSheet } from "./components/idle-sheet.tsx";
import { RecordRow } from "./components/record-row.tsx";
import { ReportSheet } from "./components/report-sheet.tsx";
import { reportWords } from "./report-words.ts";
import { shiftWords } from "./shift-words.ts";

type Asked = "downtime" | "note" | "close" | ShiftReportKind | null;

/** Parts of other foremen, for those who look after the whole shift. */
function OtherParts({ shift }: { shift: ShiftDay }) {
  const words = useWords(shiftWords);
  const closedBy = useClosedBy();
  const own = shift.part.foreman?.id ?? null;
  const others = shift.parts.filter(({ foreman }) => (foreman?.id ?? null) !== own);
  if (others.length === 0) return null;
  return (
    <section className="section">
      <h2 className="cap">{words.others}</h2>
      {others.map((part) => (
        <div key={part.foreman?.id ?? 0} className="card stack">
          <span className="spread">
            <b>{part.foreman === null ? words.whole : shortName(part.foreman.fullName)}</b>
            <span className="muted">{closedBy(part)}</span>
          </span>
          <Reopen shift={shift} part={part} />
        </div>
      ))}
    </section>
  );
}

function Shift({ shift }: { shift: ShiftDay }) {
  const words = useWords(shiftWords);
  const reports = useWords(reportWords);
  const locale = useLocale();
  const [asked, setAsked] = useState<Asked>(null);
  const { object, date, today, part, records } = shift;
  const foremanId = part.foreman?.id ?? null;
  const lines = useQuery({
    queryKey: queryKeys.shiftLines(object.id, date, shift.shift, foremanId),
    queryFn: () => getShiftLines(shift),
  });
  return (
    <>
      <p className="muted">
        {dayWithYear(date, today, locale, "weekday")}
        {shift.shift === "night" && ` · ${words.night}`} ·{" "}
        <Link to={`/objects/${object.id}/fact?day=${date}`} testId="to-facts">
          {words.toFacts}
        </Link>
      </p>
      <ClosingPart shift={shift} lines={lines.data} />
      <OtherParts shift={shift} />
      <section className="section" data-testid="shift-records">
        <h2 className="cap">{words.records}</h2>
        {records.length === 0 && <p className="muted">{words.none}</p>}
        {shift.canRecord && shift.crews.length === 0 && <p className="muted">{words.noCrews}</p>}
        {records.map((record) => (
          <RecordRow key={record.id} record={record} />
        ))}
        {shift.canRecord && (
          <Chips label={words.records}>
            <Chip onPress={() => setAsked("downtime")} testId="new-downtime">
              + {words.downtime}
            </Chip>
            <Chip onPress={() => setAsked("note")} testId="new-note">
              + {words.note}
            </Chip>
          </Chips>
        )}
      </section>
      <section className="section">
        <h2 className="cap">{reports.title}</h2>
        <Chips label={reports.title}>
          {SHIFT_REPORTS.map((kind) => (
            <Chip key={kind} onPress={() => setAsked(kind)} testId={`report-${kind}`}>
              {reports.kinds[kind]}
            </Chip>
          ))}
        </Chips>
      </section>
      {part.canClose && lines.data !== undefined && asked === null && (
        <ActionBar
          ofPage
          text={words.close}
          enabled
          busy={false}
          onPress={() => setAsked("close")}
          testId="close-shift"
        />
      )}
      {(asked === "downtime" || asked === "note") && (
        <IdleSheet shift={shift} kind={asked} onClose={() => setAsked(null)} />
      )}
      {(asked === "contractor" || asked === "meeting" || asked === "journal") && (
        <ReportSheet objectId={object.id} date={date} kind={asked} onClose={() => setAsked(null)} />
      )}
      {asked === "close" && lines.data !== undefined && (
        <CloseSheet shift={shift} lines={lines.data} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

/** A shift of an object: closing it, and what crews did without a quantity. */
export default function ShiftPage({ id }: { id: number }) {
  const words = useWords(shiftWords);
  const state = useQueryState();
  const date = state.get("day");
  const shift = state.get("shift") === "night" ? "night" : "day";
  const query = useQuery({
    queryKey: queryKeys.shift(id, date, shift),
    queryFn: () => getShift(id, date, shift),
  });
  return (
    <>
      <PageHeader
        title={query.data === undefined ? words.title : `${words.title} · ${query.data.object.name}`}
      />
      <ObjectSections id={id} here="fact" />
      <QueryView query={query}>{(shift) => <Shift shift={shift} />}</QueryView>
    </>
  );
}
