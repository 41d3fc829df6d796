import type { GprContent } from "@stsphera/contracts";
import { dayNumber } from "@stsphera/schedule";
import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { useSession } from "../../../shared/api/session.ts";
import { dayOf } from "../../../shared/format/times.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { NoticeBlock } from "../../../shared/ui/notice-block.tsx";
import { PageHeader } from "../../../shared/ui/page-header.tsx";
import { QueryView } from "../../../shared/ui/query-view.tsx";
import { BoardBar } from "./board-bar.tsx";
import { Board } from "./board/board.tsx";
import { EditBar } from "./edit-bar.tsx";
import { boardLinksOf } from "./model/board-rows.ts";
import { visibleRows } from "./model/outline.ts";
import { rowTextsOf } from "./model/row-texts.ts";
import { countsOf, filterOf } from "./model/shown-rows.ts";
import type { Open } from "./opened.tsx";
import { scheduleWords } from "./schedule-words.ts";
import { Together } from "../../../shared/ui/together.tsx";
import { SignBar } from "./sign-bar.tsx";
import { useEdits } from "./use-edits.ts";
import { useBoardData, useComparison, useGprCard, useGprRows } from "./use-schedule.ts";
import { useView } from "./use-view.ts";
import "../../../kit/form/form.css";
import "../../../shared/ui/stepper.css";
import "./schedule-page.css";

const TickBar = lazy(() => import("./tick-bar.tsx"));
const Opened = lazy(() => import("./opened.tsx"));
const NOTHING: ReadonlySet<string> = new Set();

type Card = ReturnType<typeof useGprCard>["data"];

function Shown({ content, card }: { content: GprContent; card: Card }) {
  const words = useWords(scheduleWords);
  const view = useView();
  const session = useSession();
  const readerId = session.kind === "active" ? session.user.id : 0;
  const edits = useEdits(content.id);
  const inForce = content.status === "active";
  const comparison = useComparison(content.id, inForce).data;
  const { rows, span, rule, isCalendarKnown } = useBoardData(content, comparison);
  const today = dayOf(serverNow());
  const [folded, setFolded] = useState(NOTHING);
  const [ticked, setTicked] = useState<ReadonlySet<string> | null>(null);
  const byNumber = rows.find(({ number }) => String(number) === view.row);
  const [open, setOpen] = useState<Open | null>(byNumber === undefined ? null : { row: byNumber.key });
  const [chosen, setChosen] = useState<string | null>(byNumber?.key ?? null);
  const { show, department, search } = view;
  const visible = useMemo(
    () => visibleRows(rows, folded, filterOf({ show, department, search }, readerId)),
    [rows, folded, show, department, search, readerId],
  );
  const links = useMemo(() => boardLinksOf(content, rows, visible), [content, rows, visible]);
  const texts = useMemo(() => rowTextsOf(content.people, today, words), [content.people, today, words]);
  const counts = useMemo(() => countsOf(rows, readerId), [rows, readerId]);
  const departments = useMemo(() => new Set(rows.map((row) => row.department)), [rows]);
  const summaries = useMemo(
    () => new Set(rows.filter(({ summary }) => summary).map(({ key }) => key)),
    [rows],
  );

  const toggle = useCallback((known: ReadonlySet<string>, key: string) => {
    const next = new Set(known);
    if (!next.delete(key)) next.add(key);
    return next;
  }, []);
  const fold = useCallback((key: string) => setFolded((known) => toggle(known, key)), [toggle]);
  const isTicking = ticked !== null;
  const press = useCallback(
    (key: string) => {
      if (isTicking) {
        if (!summaries.has(key)) setTicked((known) => toggle(known ?? NOTHING, key));
        return;
      }
      setChosen(key);
      setOpen({ row: key });
    },
    [isTicking, summaries, toggle],
  );
  const add = () =>
    edits.told(async () => {
      const known = new Set(rows.map(({ key }) => key));
      const behind = chosen === null || !known.has(chosen) ? {} : { behind: chosen };
      const beside = rows.find(({ key }) => key === chosen)?.department ?? "construction";
      const fields = { name: words.newRow, department: beside, duration: 1 };
      const answer = await edits.edit([{ do: "add", ...fields, ...behind }]);
      const added = answer.rows.find(({ key }) => !known.has(key));
      if (added !== undefined) press(added.key);
    });

  const { edit: mayEdit } = content.can;
  const mayDrag = (mayEdit || comparison?.can.shift === true) && isCalendarKnown && !isTicking;
  return (
    <>
      <BoardBar
        gpr={content}
        signed={card?.signed ?? 0}
        signers={card?.signers ?? 0}
        view={view}
        counts={counts}
        departments={departments}
        inForce={comparison !== undefined}
        onHolding={() => setOpen("holding")}
        onFoldAll={(all) => setFolded(all ? summaries : NOTHING)}
      />
      {!mayEdit && card !== undefined && (
        <SignBar
          gpr={card}
          ticking={isTicking}
          onTick={() => setTicked(isTicking ? null : NOTHING)}
          onSign={() => setOpen("sign")}
        />
      )}
      {mayEdit && (
        <EditBar
          content={content}
          signed={card?.signed ?? 0}
          edits={edits}
          maySend={card?.can.actions.includes("send") === true}
          ticking={isTicking}
          onTick={() => setTicked(isTicking ? null : NOTHING)}
          onAdd={add}
          onPaste={() => setOpen("paste")}
          onSend={() => setOpen("send")}
        />
      )}
      {visible.length === 0 ? (
        <NoticeBlock
          title={rows.length === 0 ? words.noRows : words.nothingFound}
          line={rows.length > 0 ? words.nothingFoundLine : mayEdit ? words.noRowsLine : words.noRowsYet}
          testId="gpr-no-rows"
        />
      ) : (
        <Board
          label={words.grid}
          view={view.view}
          perDay={view.perDay}
          span={span}
          rows={visible}
          links={links}
          texts={texts}
          today={dayNumber(today)}
          rule={rule}
          folded={folded}
          chosen={chosen}
          ticked={ticked}
          allLinks={view.allLinks}
          base={view.base}
          onOpen={press}
          onFold={fold}
          onPerDay={(perDay) => view.set({ zoom: perDay.toFixed(1) })}
          onDrag={mayDrag ? (drag) => setOpen({ drag }) : null}
        />
      )}
      <Suspense>
        {ticked !== null && (
          <TickBar
            content={content}
            rows={rows}
            ticked={ticked}
            rule={rule}
            edits={mayEdit ? edits : null}
            onDone={() => setTicked(null)}
          />
        )}
        {open !== null && (
          <Opened
            open={open}
            content={content}
            card={card}
            comparison={comparison}
            rows={rows}
            rule={rule}
            edits={mayEdit ? edits : null}
            onOpen={setOpen}
            onRow={press}
          />
        )}
      </Suspense>
    </>
  );
}

/** The rows of a version as a table and as a chart; a draft is edited here. */
export default function SchedulePage({ id }: { id: number }) {
  const words = useWords(scheduleWords);
  const card = useGprCard(id);
  const content = useGprRows(id);
  const name = card.data?.objectName;
  return (
    <div className="schedule-page">
      <PageHeader title={name === undefined ? words.title : `${words.title} · ${name}`} />
      <Together reads={[card, content]} rows={6}>
        <QueryView query={content}>{(data) => <Shown content={data} card={card.data} />}</QueryView>
      </Together>
    </div>
  );
}
