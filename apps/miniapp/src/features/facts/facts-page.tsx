import type { Fact, ObjectCard } from "@stsphera/contracts";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useState } from "react";
import { isOnline } from "../../shared/api/connection.ts";
import { shiftOfDay } from "../../kit/shifts/shift-of-day.tsx";
import { useSession } from "../../shared/api/session.ts";
import { factsWords } from "../../shared/i18n/facts-words.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { progressWords } from "../../shared/i18n/progress-words.ts";
import { prepareQueue } from "../../shared/offline/queue.ts";
import { Link } from "../../shared/ui/link.tsx";
import { Mark } from "../../shared/ui/mark.tsx";
import { NoticeBlock } from "../../shared/ui/notice-block.tsx";
import { ObjectSections } from "../../shared/ui/object-sections/object-sections.tsx";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { Skeleton } from "../../shared/ui/skeleton.tsx";
import { QueryView } from "../../shared/ui/query-view.tsx";
import { useQuiet } from "../../shared/use-quiet.ts";
import { isSettled } from "../../shared/ui/together.tsx";
import { DayPicker } from "./components/day-picker.tsx";
import { Lines, loadOtherWorks } from "./components/lines.tsx";
import { Records } from "./components/records.tsx";
import { ReturnedList } from "./components/returned-list.tsx";
import { useWaitingFacts, WaitingDays } from "./components/waiting-days.tsx";
import { useAskedLine } from "./entry/use-asked-line.ts";
import { correctionTarget, renewedTarget, type Target } from "./entry/target.ts";
import { useFix } from "./entry/use-fix.ts";
import { useDay } from "./entry/use-day.ts";
import "./facts-page.css";

const QUIET_AFTER_MS = 1000;
const loadSheet = () => import("./components/line-sheet.tsx");
const LineSheet = lazy(loadSheet);
/** An address of a day to come is rare. */
const DayAhead = lazy(() => import("../../kit/shifts/day-ahead.tsx"));
/** Below everything else: it is read once the lines are drawn. */
const DayJournal = lazy(() => import("./components/day-journal.tsx"));
/** Who comes to enter sees the lines first; who comes to look and confirm sees the entries. */
const LINES_FIRST = new Set(["construction_itr", "installer", "geodesist"]);

/** The author corrects freely until it is confirmed; after that, and for others, the ledger wants to know why. */
function needsReason({ correcting }: Target, selfId: number | undefined): boolean {
  return correcting !== undefined && (correcting.author.id !== selfId || correcting.status === "confirmed");
}

function useSelf() {
  const session = useSession();
  return session.kind === "active" ? session.user : null;
}

function EnterPart({
  id,
  day,
  card,
  onOpen,
}: {
  id: number;
  day: ReturnType<typeof useDay>;
  card: ObjectCard;
  onOpen: (target: Target) => void;
}) {
  const words = useWords(factsWords);
  const progress = useWords(progressWords);
  if (!day.enters || day.isClosed) return null;
  if (!takesFactsOn(card, day.date)) {
    const starts = card.can.actions.some((move) => move === "transfer" || move === "resume");
    const isHeld = card.heldSince !== null;
    return (
      <NoticeBlock
        title={words.notActive(progress.status[`state.object.${card.status}`])}
        line={
          (starts || isHeld) && (
            <>
              {isHeld && words.beforeHold}{" "}
              {starts && (
                <Link to={`/objects/${id}/setup`} className="plain-button" testId="to-start">
                  {words.toStart}
                </Link>
              )}
            </>
          )
        }
        testId="not-active"
      />
    );
  }
  return (
    <QueryView query={day.form}>
      {(form) => (
        <>
          {form.nobodyConfirms === true && (
            <div className="section stack" data-testid="nobody-confirms">
              <Mark tone="amber">{words.nobodyConfirms}</Mark>
              {card.can.permissions.includes("object.team") && (
                <Link to={`/objects/${id}/team`} className="plain-button" testId="to-team">
                  {words.toTeam}
                </Link>
              )}
            </div>
          )}
          <Lines objectId={id} form={form} facts={day.facts.data?.items ?? []} onOpen={onOpen} />
        </>
      )}
    </QueryView>
  );
}

/** A paused object takes the facts of days before its pause. */
function takesFactsOn({ status, heldSince }: ObjectCard, date: string | undefined): boolean {
  if (status === "on_hold") return heldSince !== null && date !== undefined && date < heldSince;
  return status === "active" || status === "completing";
}

function Day({ id, card, day }: { id: number; card: ObjectCard; day: ReturnType<typeof useDay> }) {
  const words = useWords(factsWords);
  const self = useSelf();
  const [target, setTarget] = useState<Target | null>(null);
  const form = day.form.data;
  useAskedLine(id, form, setTarget);
  const fix = useFix({ date: day.date, facts: day.facts.data?.items, form, choose: day.choose }, setTarget);
  const isObserver = !card.can.permissions.includes("production.view");
  const off = form?.dayOff ? words.day.off : null;
  const note = day.isClosed ? words.day.closed : form?.closed ? words.day.shiftClosed : off;
  const correct = (fact: Fact) => setTarget(correctionTarget(fact, form));
  const confirms = card.can.permissions.includes("fact.confirm");
  const waiting = useWaitingFacts(id, confirms);
  const shift = useQuery({
    ...shiftOfDay(id, day.date ?? "", day.date === day.today),
    enabled: confirms && day.date !== undefined && !day.isAhead,
  });
  const linesFirst = LINES_FIRST.has(self?.role ?? "");
  // The upper block is awaited before the lower one is shown, so that content does not shift while the user taps.
  const settled = !day.awaitsForm && (linesFirst || [day.facts, waiting, shift].every(isSettled));
  const isQuiet = useQuiet(settled);
  const lines = <EnterPart key="lines" id={id} day={day} card={card} onOpen={setTarget} />;
  const records = (
    <Records key="records" objectId={id} date={day.date} query={day.facts} onCorrect={correct} />
  );
  const { date, today } = day;
  // A day that is over had its night: the choice has its room before the form says so.
  const hasNights = form?.nights ?? (day.awaitsForm && day.isOver);
  if (day.isAhead && date !== undefined && today !== undefined)
    return (
      <Suspense>
        <DayAhead date={date} today={today} onToday={() => day.choose(today)} />
      </Suspense>
    );
  return (
    <>
      {day.date !== undefined && day.today !== undefined && (
        <DayPicker
          date={day.date}
          today={day.today}
          shift={form?.shift ?? null}
          note={note}
          onChange={day.choose}
          onShift={hasNights && !day.isClosed ? day.chooseShift : null}
        />
      )}
      {form !== undefined && settled && <ReturnedList form={form} onFix={fix} />}
      {day.date !== undefined && settled && (
        <WaitingDays facts={waiting.data?.items ?? []} date={day.date} onChoose={day.choose} />
      )}
      {settled ? (
        <div className={day.enters && !day.isClosed ? "facts-columns" : ""}>
          {linesFirst ? [lines, records] : [records, lines]}
        </div>
      ) : (
        <Skeleton rows={6} />
      )}
      {settled && day.date !== undefined && !isObserver && (
        <p>
          <Link
            to={`/objects/${id}/shift?day=${day.date}${form?.shift === "night" ? "&shift=night" : ""}`}
            className="plain-button"
            testId="to-shift"
          >
            {words.toShift}
          </Link>
        </p>
      )}
      {settled && isQuiet && day.date !== undefined && day.today !== undefined && !isObserver && (
        <Suspense>
          <DayJournal objectId={id} date={day.date} today={day.today} mayAdd={day.enters} />
        </Suspense>
      )}
      {target && form && (
        <Suspense>
          <LineSheet
            objectId={id}
            form={form}
            target={renewedTarget(target, form)}
            needsReason={needsReason(target, self?.id)}
            onClose={() => setTarget(null)}
          />
        </Suspense>
      )}
    </>
  );
}

/** A day of facts on an object: its lines for those who enter, its entries for all who may see them. */
export default function FactsPage({ id }: { id: number }) {
  const words = useWords(factsWords);
  const day = useDay(id);
  useEffect(() => {
    // The lines first, then what a tap on them needs.
    const timer = setTimeout(() => {
      if (isOnline()) void Promise.allSettled([loadSheet(), loadOtherWorks(), prepareQueue()]);
    }, QUIET_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <QueryView query={day.card}>
      {(card) => (
        <>
          <PageHeader title={`${words.title} · ${card.name}`} />
          <ObjectSections id={id} here="fact" />
          <Day id={id} card={card} day={day} />
        </>
      )}
    </QueryView>
  );
}
