import type { ShiftDay } from "@stsphera/contracts";
import { dayWithYear, shortName } from "@stsphera/contracts/format";
import { SHIFT_REPORTS, type ShiftReportKind } from "@stsphera/contracts/vocabulary";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import DayAhead from "../../kit/shifts/day-ahead.tsx";
import { useQueryState } from "../../kit/use-query-state.ts";
import { isOnline } from "../../shared/api/connection.ts";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { prepareQueue } from "../../shared/offline/queue.ts";
import { ActionBar } from "../../shared/ui/action-bar.tsx";
import { Chip, Chips } from "../../shared/ui/chip.tsx";
import { Link } from "../../shared/ui/link.tsx";
import { ObjectFrame } from "../../shared/ui/object-sections/object-frame.tsx";
import { QueryView } from "../../shared/ui/query-view.tsx";
import { getObject } from "../../shared/requests/get-object.ts";
import { getShift } from "../../shared/requests/get-shift.ts";
import { Together } from "../../shared/ui/together.tsx";
import { getShiftLines } from "./api/shift-requests.ts";
import { CloseSheet } from "./components/close-sheet.tsx";
import { ClosingPart, Reopen, SilentReasons, useClosedBy } from "./components/closing-part.tsx";
import { IdleSheet } from "./components/idle-sheet.tsx";
import { QueuedHere } from "./components/queued-here.tsx";
import { RecordRow } from "./components/record-row.tsx";
import { ReportSheet } from "./components/report-sheet.tsx";
import { reportWords } from "./report-words.ts";
import { shiftWords } from "./shift-words.ts";

/** After the first reads of the page. */
const QUIET_AFTER_MS = 300;

type Asked = "downtime" | "note" | "close" | ShiftReportKind | null;
type Part = ShiftDay["parts"][number];

const keyOf = ({ foreman }: Part) => foreman?.id ?? null;

/** A part of another foreman: its state, its reasons, and closing it for them where the reader may. */
function OtherPart({ shift, part }: { shift: ShiftDay; part: Part }) {
  const words = useWords(shiftWords);
  const closedBy = useClosedBy();
  const [isClosing, setClosing] = useState(false);
  const lines = useQuery({ ...linesOf(shift, keyOf(part)), enabled: isClosing });
  const isRest = shift.parts.length > 1;
  const nobodys = isRest ? words.rest : words.whole;
  const name = part.foreman === null ? nobodys : shortName(part.foreman.fullName);
  return (
    <div className="card stack" data-testid={`part-${keyOf(part) ?? "whole"}`}>
      <span className="spread">
        <b>{name}</b>
        <span className="muted">{closedBy(part)}</span>
      </span>
      <SilentReasons part={part} />
      <Reopen shift={shift} part={part} />
      {part.canClose && (
        <Chips label={words.closing}>
          <Chip onPress={() => setClosing(true)} testId={`close-for-${keyOf(part) ?? "whole"}`}>
            {words.closeFor(name)}
          </Chip>
        </Chips>
      )}
      {isClosing && lines.data !== undefined && (
        <CloseSheet shift={shift} lines={lines.data} onClose={() => setClosing(false)} />
      )}
    </div>
  );
}

/** Parts besides the reader's own; all of them for who leads none. */
function OtherParts({ shift }: { shift: ShiftDay }) {
  const words = useWords(shiftWords);
  const { part, parts } = shift;
  const others = part === null ? parts : parts.filter((other) => keyOf(other) !== keyOf(part));
  if (others.length === 0) return null;
  return (
    <section className="section" data-testid="shift-parts">
      <h2 className="cap">{part === null ? words.parts : words.others}</h2>
      {others.map((other) => (
        <OtherPart key={keyOf(other) ?? 0} shift={shift} part={other} />
      ))}
    </section>
  );
}

const linesOf = (shift: ShiftDay, foremanId: number | null) => ({
  queryKey: queryKeys.shiftLines(shift.object.id, shift.date, shift.shift, foremanId),
  queryFn: () => getShiftLines(shift, foremanId),
});

function Shift({ shift }: { shift: ShiftDay }) {
  const words = useWords(shiftWords);
  const reports = useWords(reportWords);
  const locale = useLocale();
  const [asked, setAsked] = useState<Asked>(null);
  const { object, date, today, part, records } = shift;
  const lines = useQuery({ ...linesOf(shift, part === null ? null : keyOf(part)), enabled: part !== null });
  return (
    <Together reads={[lines]} rows={5}>
      <div className="section">
        <p className="muted">
          {dayWithYear(date, today, locale, "weekday")}
          {shift.shift === "night" && ` · ${words.night}`}
        </p>
        <Link to={`/objects/${object.id}/fact?day=${date}`} className="plain-button" testId="to-facts">
          {words.toFacts}
        </Link>
      </div>
      {part !== null && <ClosingPart shift={shift} part={part} lines={lines.data} />}
      <OtherParts shift={shift} />
      <section className="section" data-testid="shift-records">
        <h2 className="cap">{words.records}</h2>
        {records.length === 0 && <p className="muted">{words.none}</p>}
        {shift.canRecord && shift.crews.length === 0 && <p className="muted">{words.noCrews}</p>}
        <QueuedHere shift={shift} />
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
      {part?.canClose === true && lines.data !== undefined && asked === null && (
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
    </Together>
  );
}

/** A shift of an object: closing it, and what crews did without a quantity. */
export default function ShiftPage({ id }: { id: number }) {
  const words = useWords(shiftWords);
  const state = useQueryState();
  const object = useQuery({ queryKey: queryKeys.object(id), queryFn: () => getObject(id) });
  const date = state.get("day");
  const today = object.data?.today;
  const isAhead = today !== undefined && date > today;
  const shift = state.get("shift") === "night" ? "night" : "day";
  const query = useQuery({
    queryKey: queryKeys.shift(id, date, shift),
    queryFn: () => getShift(id, date, shift),
    enabled: !isAhead,
  });
  useEffect(() => {
    // The page first, then what its acts need without a network.
    const timer = setTimeout(() => {
      if (isOnline()) void Promise.allSettled([prepareQueue()]);
    }, QUIET_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <ObjectFrame id={id} title={words.title} here="fact">
      {isAhead ? (
        <DayAhead date={date} today={today} onToday={() => state.set({ day: "" })} />
      ) : (
        <QueryView query={query}>{(shift) => <Shift shift={shift} />}</QueryView>
      )}
    </ObjectFrame>
  );
}
