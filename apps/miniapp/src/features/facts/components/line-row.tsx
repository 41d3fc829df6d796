import type { Fact, FactForm, FactFormLine } from "@stsphera/contracts";
import { dayWithYear, formatQuantity, doerName, withUnit } from "@stsphera/contracts/format";
import { addDays, clockOf } from "../../../shared/format/times.ts";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import type { QueueItem } from "../../../shared/offline/queue-item.ts";
import { sendKnowingly } from "../../../shared/offline/queue.ts";
import { takeOut } from "../../../shared/offline/take-out.ts";
import { Chip } from "../../../shared/ui/chip.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";
import { crewName } from "../../../shared/facts/crew-name.ts";
import { lineName, repairTarget, queuedTarget, wasDuplicate, type Target } from "../entry/target.ts";
import { minutesUntil, useNow } from "../entry/use-now.ts";
import { useQuick } from "../entry/use-quick.ts";
import { useUndo } from "../entry/use-undo.ts";
import "./line-row.css";

type Props = {
  objectId: number;
  form: FactForm;
  line: FactFormLine;
  todayFact: Fact | undefined;
  queued: readonly QueueItem[];
  onOpen: (target: Target) => void;
};

/** «Громов · план 12 · вчера 10 · ост. 14», or what stands today. */
function Details({ form, line }: Pick<Props, "form" | "line">) {
  const words = useWords(factsWords);
  const locale = useLocale();
  const told = (quantity: string) => formatQuantity(quantity, locale);
  if (line.gate && !line.today) return <span className="line-row-details dim">⏸ {line.gate.reason}</span>;
  const { today, yesterday } = line;
  if (today) {
    const photos =
      today.photos > 0
        ? [words.photos(today.photos)]
        : line.requiresPhoto && Number(line.remaining) <= 0
          ? [words.noPhoto]
          : [];
    const parts = [doerName({ name: today.by, behalf: today.behalf }, locale), clockOf(today.at), ...photos];
    return <span className="line-row-details dim tabular">{parts.join(" · ")}</span>;
  }
  const crew = form.crews.find((known) => known.id === line.suggestedCrewId);
  const isYesterday = yesterday?.date === addDays(form.date, -1);
  const parts = [
    ...(crew ? [crewName(crew)] : []),
    ...(line.planToday === null ? [] : [words.plan(told(line.planToday))]),
    ...(yesterday
      ? [
          isYesterday
            ? words.last(told(yesterday.quantity))
            : words.lastOn(told(yesterday.quantity), dayWithYear(yesterday.date, form.today, locale)),
        ]
      : []),
    words.left(told(line.remaining)),
  ];
  return <span className="line-row-details dim tabular">{parts.join(" · ")}</span>;
}

function Quick({ objectId, form, line }: Pick<Props, "objectId" | "form" | "line">) {
  const words = useWords(factsWords);
  const locale = useLocale();
  const { busy, press } = useQuick(objectId, form, line);
  const { planToday } = line;
  if (planToday === null || line.gate) return null;
  return (
    <span className="line-row-side">
      <button
        type="button"
        className="line-row-quick"
        disabled={busy}
        aria-label={words.quick(withUnit(planToday, line.workType.unit, locale), lineName(line))}
        onClick={() => void press(planToday)}
        data-testid={`line-quick-${line.floorVolumeId}`}
      >
        ✓ {formatQuantity(planToday, locale)}
      </button>
    </span>
  );
}

/** What stands today, with the way back while it is open. */
function Standing({
  objectId,
  form,
  line,
  todayFact,
}: Pick<Props, "objectId" | "form" | "line" | "todayFact">) {
  const words = useWords(factsWords);
  const locale = useLocale();
  const undo = useUndo(objectId);
  const left = minutesUntil(todayFact?.undoUntil ?? null, useNow());
  if (line.today === null) return null;
  const what = `${lineName(line)}, ${withUnit(todayFact?.quantity ?? line.today.quantity, line.workType.unit, locale)}`;
  return (
    <>
      <span className="figure mark-green">{formatQuantity(line.today.quantity, locale)} ✓</span>
      <span className="line-row-standing">
        <Details form={form} line={line} />
        {todayFact && left !== null && todayFact.can?.undo !== false && (
          <button
            type="button"
            className="plain-button line-row-undo"
            onClick={() => void undo(todayFact.id, what)}
            data-testid={`undo-${todayFact.id}`}
          >
            {words.undo} · {words.undoFor(left)}
          </button>
        )}
      </span>
    </>
  );
}

function Refused({ form, item, onOpen }: { form: FactForm; item: QueueItem; onOpen: Props["onOpen"] }) {
  const words = useWords(factsWords);
  const mend = repairTarget(item, form);
  return (
    <div className="line-row-actions">
      <span className="muted">{item.refusal?.message}</span>
      {wasDuplicate({ mending: item }) && (
        <Chip onPress={() => void sendKnowingly(item)} testId="add-anyway">
          {words.duplicateYes}
        </Chip>
      )}
      {mend && (
        <Chip onPress={() => onOpen(mend)} testId="mend">
          {words.mend}
        </Chip>
      )}
      <Chip onPress={() => void takeOut(item.key)}>{words.remove}</Chip>
    </div>
  );
}

/** One line of the shift: a tap on the tick takes the plan, a tap elsewhere opens the sheet. */
export function LineRow(props: Props) {
  const { objectId, form, line, todayFact, onOpen } = props;
  const queued = props.queued.findLast((item) => item.state === "refused") ?? props.queued.at(-1);
  const words = useWords(factsWords);
  const isRefused = queued?.state === "refused";
  const mend = isRefused ? queued : undefined;
  const tone = isRefused ? " line-row-refused" : line.today ? " line-row-done" : "";
  return (
    <li>
      <div className={`card line-row${tone}${line.gate && !line.today ? " line-row-gated" : ""}`}>
        <button
          type="button"
          className="line-row-open"
          aria-label={words.open(lineName(line))}
          onClick={() => onOpen((mend ? repairTarget(mend, form) : null) ?? queuedTarget(line, props.queued))}
          data-testid={`line-${line.floorVolumeId}`}
        >
          {lineName(line)}
        </button>
        {queued ? (
          <>
            <Details form={form} line={line} />
            <span className="line-row-side">
              <span className="figure">{queued.describe.line}</span>
              <Mark tone={isRefused ? "red" : "violet"}>{isRefused ? words.refused : words.inQueue}</Mark>
              {!isRefused && (
                <button
                  type="button"
                  className="plain-button line-row-undo"
                  onClick={() => void takeOut(queued.key)}
                  data-testid={`unqueue-${line.floorVolumeId}`}
                >
                  {words.undo}
                </button>
              )}
            </span>
          </>
        ) : line.today ? (
          <Standing objectId={objectId} form={form} line={line} todayFact={todayFact} />
        ) : (
          <>
            <Details form={form} line={line} />
            <Quick objectId={objectId} form={form} line={line} />
          </>
        )}
      </div>
      {queued && isRefused && <Refused form={form} item={queued} onOpen={onOpen} />}
    </li>
  );
}
