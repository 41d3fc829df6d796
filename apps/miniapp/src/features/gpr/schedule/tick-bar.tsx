import type { GprContent, GprEdit } from "@stsphera/contracts";
import { lazy, Suspense, useState } from "react";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Chip } from "../../../shared/ui/chip.tsx";
import type { BoardRow } from "./board/layout.ts";
import { bulkWords } from "./bulk-words.ts";
import type { Bulk } from "./model/bulk.ts";
import type { DayRule } from "./model/calendar.ts";
import type { Edits } from "./use-edits.ts";

const BulkSheet = lazy(() => import("./sheets/bulk-sheet.tsx"));
const RemarkSheet = lazy(() => import("./sheets/remark-sheet.tsx"));

const BULKS: readonly Bulk[] = ["shift", "department", "owner"];

type Props = {
  content: GprContent;
  rows: readonly BoardRow[];
  ticked: ReadonlySet<string>;
  rule: DayRule;
  /** Null for who may remark alone. */
  edits: Edits | null;
  onDone: () => void;
};

/** What is done with all rows that are chosen. */
export default function TickBar({ content, rows, ticked, rule, edits, onDone }: Props) {
  const words = useWords(bulkWords);
  const [open, setOpen] = useState<Bulk | "remark" | null>(null);
  const chosen = rows.filter(({ key }) => ticked.has(key));
  const seen = chosen.map(({ key, version }) => ({ key, version }));
  const none = chosen.length === 0 || edits?.state === "saving";
  const act = (edit: GprEdit, text: string) =>
    edits?.told(async () => {
      await edits.edit([edit]);
      onDone();
      edits.say(text);
    });
  return (
    <div className="tick-bar" role="region" aria-label={words.bar} data-testid="tick-bar">
      <p role="status">{words.chosen(chosen.length)}</p>
      <div className="board-line">
        <div className="chips">
          {edits === null ? (
            <Chip primary onPress={() => setOpen("remark")} testId="tick-remark">
              {words.remark}
            </Chip>
          ) : (
            <>
              {BULKS.map((bulk) => (
                <Chip key={bulk} disabled={none} onPress={() => setOpen(bulk)} testId={`tick-${bulk}`}>
                  {words[bulk]}
                </Chip>
              ))}
              <Chip
                disabled={none || chosen.length < 2}
                onPress={() => act({ do: "chain", rows: chosen.map(({ key }) => key) }, words.linked)}
                testId="tick-chain"
              >
                {words.chain}
              </Chip>
              <Chip
                disabled={none}
                onPress={() => act({ do: "remove", rows: seen }, words.removed(seen.length))}
                testId="tick-remove"
              >
                {words.remove}
              </Chip>
            </>
          )}
          <Chip onPress={onDone} testId="tick-done">
            {words.done}
          </Chip>
        </div>
      </div>
      <Suspense>
        {open === "remark" && (
          <RemarkSheet
            gprId={content.id}
            rows={chosen}
            onClose={() => setOpen(null)}
            onSent={() => {
              setOpen(null);
              onDone();
            }}
          />
        )}
        {open !== null && open !== "remark" && edits !== null && (
          <BulkSheet
            content={content}
            bulk={open}
            rows={chosen}
            rule={rule}
            edits={edits}
            onClose={() => setOpen(null)}
            onSaved={() => {
              setOpen(null);
              onDone();
            }}
          />
        )}
      </Suspense>
    </div>
  );
}
