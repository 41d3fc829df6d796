import type { GprContent } from "@stsphera/contracts";
import { Line, Lines } from "../../../../kit/entity/lines.tsx";
import { useWords } from "../../../../shared/i18n/locale.ts";
import type { BoardRow } from "../board/layout.ts";
import { rowWords } from "../row-words.ts";
import { scheduleWords } from "../schedule-words.ts";
import type { RowCaptions } from "./use-row-captions.ts";

type FactsProps = { row: BoardRow; captions: RowCaptions; editable: boolean };

/** What is computed of a row, and what is set where it is only read. */
export function RowFacts({ row, captions, editable }: FactsProps) {
  const words = useWords(rowWords);
  const board = useWords(scheduleWords);
  const { summary, duration, float, critical, quantity } = row;
  const floatText =
    float !== null && float < 0 ? board.late(-float) : critical ? board.critical : board.days(float ?? 0);
  return (
    <Lines>
      <Line label={words.period} testId="row-period">
        {captions.period(row.start, row.finish)}
      </Line>
      {!summary && (
        <Line label={words.float} testId="row-float">
          {floatText}
        </Line>
      )}
      {!editable && !summary && (
        <>
          <Line label={words.days}>{duration === 0 ? board.milestone : duration}</Line>
          <Line label={words.owner}>{captions.owner(row.ownerId)}</Line>
          {quantity !== null && (
            <Line label={words.quantity}>
              {captions.field("quantity", row)} {row.unit ?? ""}
            </Line>
          )}
        </>
      )}
      {!editable && row.constraint !== null && (
        <Line label={words.constraint}>{captions.constraint(row.constraint)}</Line>
      )}
    </Lines>
  );
}

type LinksProps = {
  content: GprContent;
  row: BoardRow;
  captions: RowCaptions;
  /** What it comes after is told, too; a draft has its own field for that. */
  incoming: boolean;
  onOpen: (key: string) => void;
};

/** What the row comes after, and what waits for it; each leads to its row. */
export function RowLinks({ content, row, captions, incoming, onOpen }: LinksProps) {
  const words = useWords(rowWords);
  const rowOf = (key: string) => content.rows.find((one) => one.key === key);
  const part = (title: string, links: GprContent["links"], end: "from" | "to", testId: string) =>
    links.length > 0 && (
      <section className="section" data-testid={testId}>
        <h3 className="cap">{title}</h3>
        <ul className="stack">
          {links.map((link) => {
            const other = rowOf(link[end]);
            if (other === undefined) return null;
            return (
              <li key={`${link[end]} ${link.type}`}>
                <button
                  type="button"
                  className="card spread"
                  onClick={() => onOpen(other.key)}
                  data-testid={`linked-${other.number}`}
                >
                  <span>
                    {other.number} {other.name}
                  </span>
                  <span className="muted">{captions.linkShort(link)}</span>
                </button>
              </li>
            );
          })}
        </ul>
      </section>
    );
  return (
    <>
      {incoming &&
        part(
          words.after,
          content.links.filter(({ to }) => to === row.key),
          "from",
          "row-after",
        )}
      {part(
        words.before,
        content.links.filter(({ from }) => from === row.key),
        "to",
        "row-before",
      )}
    </>
  );
}
