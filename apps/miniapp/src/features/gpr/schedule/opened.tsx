import type { GprCard, GprComparison, GprContent } from "@stsphera/contracts";
import { dayOf } from "@stsphera/schedule";
import { lazy, Suspense } from "react";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import type { BoardRow } from "./board/layout.ts";
import type { DragEnd } from "./board/use-bar-drag.ts";
import type { DayRule } from "./model/calendar.ts";
import { rowWords } from "./row-words.ts";
import RowSheet from "./sheets/row-sheet.tsx";
import type { Edits } from "./use-edits.ts";

const MoveSheet = lazy(() => import("./sheets/move-sheet.tsx"));
const ShiftSheet = lazy(() => import("./sheets/shift-sheet.tsx"));
const ProgressSheet = lazy(() => import("./sheets/progress-sheet.tsx"));
const HoldingSheet = lazy(() => import("./sheets/holding-sheet.tsx"));
const PasteSheet = lazy(() => import("./sheets/paste-sheet.tsx"));
const SendSheet = lazy(() => import("./sheets/send-sheet.tsx"));
const SignSheet = lazy(() => import("./sheets/sign-sheet.tsx"));

/** What lies over the board. */
export type Open =
  | { readonly row: string }
  | { readonly drag: DragEnd }
  | { readonly shift: string }
  | { readonly progress: string }
  | "paste"
  | "send"
  | "sign"
  | "holding";

type Props = {
  open: Open;
  content: GprContent;
  card: GprCard | undefined;
  /** Of the version in force. */
  comparison: GprComparison | undefined;
  rows: readonly BoardRow[];
  rule: DayRule;
  /** Null where rows are not to be changed. */
  edits: Edits | null;
  onOpen: (open: Open | null) => void;
  onRow: (key: string) => void;
};

const keyOf = (open: Exclude<Open, string>): string => {
  if ("row" in open) return open.row;
  if ("drag" in open) return open.drag.key;
  return "shift" in open ? open.shift : open.progress;
};

/** The sheet that lies over the board. */
export default function Opened(props: Props) {
  const { open, content, card, rows, edits, onOpen, onRow } = props;
  const close = () => onOpen(null);
  if (typeof open !== "string") {
    const row = rows.find(({ key }) => key === keyOf(open));
    return row === undefined ? null : <OfRow {...props} open={open} row={row} />;
  }
  return (
    <Suspense>
      {open === "holding" && <HoldingSheet gprId={content.id} onOpen={onRow} onClose={close} />}
      {open === "paste" && edits !== null && <PasteSheet content={content} edits={edits} onClose={close} />}
      {open === "sign" && card !== undefined && <SignSheet gpr={card} onClose={close} />}
      {open === "send" && card !== undefined && (
        <SendSheet gpr={card} rows={rows} onOpen={onRow} onClose={close} />
      )}
    </Suspense>
  );
}

type OfRowProps = Omit<Props, "open"> & { open: Exclude<Open, string>; row: BoardRow };

function OfRow({ open, row, content, comparison, rows, rule, edits, onOpen, onRow }: OfRowProps) {
  const words = useWords(rowWords);
  const close = () => onOpen(null);
  const compared = comparison?.rows.find(({ key }) => key === row.key);
  const { key } = row;
  if ("row" in open) {
    const mayShift = comparison?.can.shift === true && compared?.fact.finish === null;
    // What is counted from the ledger is entered there.
    const mayTell = comparison?.can.progress === true && !row.summary && compared?.fact.source !== "ledger";
    return (
      <RowSheet
        key={key}
        content={content}
        row={row}
        under={rows.filter(({ parent }) => parent === key).length}
        rule={rule}
        compared={compared}
        edits={edits}
        onOpen={onRow}
        onClose={close}
      >
        {(mayShift || mayTell) && (
          <Chips>
            {mayShift && (
              <Chip primary onPress={() => onOpen({ shift: key })} testId="row-shift">
                {words.shift}
              </Chip>
            )}
            {mayTell && (
              <Chip onPress={() => onOpen({ progress: key })} testId="row-progress">
                {words.progress}
              </Chip>
            )}
          </Chips>
        )}
      </RowSheet>
    );
  }
  if ("drag" in open && edits !== null) {
    const { drag } = open;
    return (
      <Suspense>
        <MoveSheet content={content} row={row} end={drag} rule={rule} edits={edits} onClose={close} />
      </Suspense>
    );
  }
  if ("drag" in open) {
    const { part, first, last } = open.drag;
    const dragged =
      part === "end"
        ? { by: "finish" as const, day: dayOf(last) }
        : { by: "start" as const, day: dayOf(first) };
    return (
      <Suspense>
        <ShiftSheet gprId={content.id} row={row} dragged={dragged} onClose={close} />
      </Suspense>
    );
  }
  return (
    <Suspense>
      {"shift" in open && <ShiftSheet gprId={content.id} row={row} onClose={close} />}
      {"progress" in open && compared !== undefined && (
        <ProgressSheet gprId={content.id} row={row} compared={compared} onClose={close} />
      )}
    </Suspense>
  );
}
