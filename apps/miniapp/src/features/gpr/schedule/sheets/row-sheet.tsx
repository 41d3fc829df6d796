import type { GprComparedRow, GprContent, GprEdit, GprRow } from "@stsphera/contracts";
import { type ReactNode, useRef, useState } from "react";
import { useOnline } from "../../../../shared/api/connection.ts";
import { errorSentence } from "../../../../shared/api/error-sentence.ts";
import { useWords } from "../../../../shared/i18n/locale.ts";
import { useClosingConfirmation } from "../../../../shared/telegram/closing.ts";
import { ActionBar } from "../../../../shared/ui/action-bar.tsx";
import { Sheet } from "../../../../shared/ui/sheet.tsx";
import type { BoardRow } from "../board/layout.ts";
import type { DayRule } from "../model/calendar.ts";
import { changedFields, editsOf, isEmpty, NO_DRAFT, type RowDraft, withField } from "../model/row-draft.ts";
import { rowWords } from "../row-words.ts";
import type { Edits } from "../use-edits.ts";
import { EffectLines, useDraftEffect } from "./effect-lines.tsx";
import { LinksField } from "./links-field.tsx";
import { PlaceActions } from "./place-actions.tsx";
import { RowFacts, RowLinks } from "./row-facts.tsx";
import { RowStanding } from "./row-standing.tsx";
import { RowForm } from "./row-form.tsx";
import { useRowCaptions } from "./use-row-captions.ts";
import { WhyDate } from "./why-date.tsx";

type Props = {
  content: GprContent;
  row: BoardRow;
  under: number;
  rule: DayRule;
  /** Of the version in force: its plan, base and fact. */
  compared: GprComparedRow | undefined;
  /** Null where the version is not to be changed. */
  edits: Edits | null;
  onOpen: (key: string) => void;
  onClose: () => void;
  /** What else is to be done with the row. */
  children?: ReactNode;
};

type Kept = { readonly seen: GprRow; readonly draft: RowDraft };
/** What was typed and not saved, by version and row: closing a sheet to look at the chart loses nothing. */
const kept = new Map<string, Kept>();

/** A row: what is known of it and, in a draft, all that may be changed. */
export default function RowSheet({
  content,
  row,
  under,
  rule,
  compared,
  edits,
  onOpen,
  onClose,
  children,
}: Props) {
  const words = useWords(rowWords);
  const captions = useRowCaptions(content);
  const isOnline = useOnline();
  const name = `${content.id}:${row.key}`;
  const [{ seen, draft }, setState] = useState<Kept>(() => kept.get(name) ?? { seen: row, draft: NO_DRAFT });
  const [refusal, setRefusal] = useState<string | null>(null);
  const busy = useRef(false);
  const incoming = content.links.filter(({ to }) => to === row.key);
  const now: GprRow = { ...row, ...draft.fields };
  const theirs = seen.version === row.version ? [] : changedFields(seen, row);
  const effect = useDraftEffect(content, row.key, draft, rule);
  useClosingConfirmation(!isEmpty(draft));

  const put = (next: Kept) => {
    if (isEmpty(next.draft)) kept.delete(name);
    else kept.set(name, next);
    setState(next);
  };
  const change = (next: RowDraft) => {
    setRefusal(null);
    // Until something is typed the row is seen as it is now.
    put({ seen: isEmpty(draft) ? row : seen, draft: next });
  };

  /** Sends what is typed, and an act besides; `over` knows what others have changed meanwhile. */
  async function send(act: GprEdit | null, over: boolean): Promise<string | null | undefined> {
    if (edits === null || busy.current) return undefined;
    busy.current = true;
    setRefusal(null);
    const from = over || isEmpty(draft) || theirs.length === 0 ? row : seen;
    const asked = [...editsOf(from, draft, incoming), ...(act === null ? [] : [act])];
    try {
      const known = new Set(content.rows.map(({ key }) => key));
      const answer = await edits.edit(asked);
      kept.delete(name);
      setState({ seen: row, draft: NO_DRAFT });
      return answer.rows.find(({ key }) => !known.has(key))?.key ?? null;
    } catch (error) {
      setRefusal(errorSentence(error));
      return undefined;
    } finally {
      busy.current = false;
    }
  }

  const act = async (edit: GprEdit, then: "stay" | "close" | "open_new") => {
    const added = await send(edit, true);
    if (added === undefined) return;
    if (then === "close") {
      onClose();
      edits?.say(words.removed(row.name));
    }
    if (then === "open_new" && added !== null) onOpen(added);
  };
  const isSaving = edits?.state === "saving";
  const save = async () => {
    if ((await send(null, theirs.length > 0)) !== undefined) onClose();
  };
  return (
    <Sheet
      title={`${row.number} ${row.name}`}
      caption={captions.field("department", row)}
      onClose={onClose}
      testId="row-sheet"
      footer={
        edits !== null &&
        !isEmpty(draft) && (
          <ActionBar
            text={theirs.length > 0 ? words.saveOver : words.save}
            enabled={now.name.trim() !== "" && effect?.kind !== "wrong"}
            busy={isSaving}
            onPress={() => void save()}
            testId="row-save"
          />
        )
      }
    >
      <RowFacts row={row} captions={captions} editable={edits !== null} />
      {compared !== undefined && <RowStanding compared={compared} captions={captions} />}
      <div className="section">
        <WhyDate key={row.key} gprId={content.id} rowKey={row.key} onOpen={onOpen} />
        {children}
      </div>
      {theirs.length > 0 && (
        <div className="card stack" role="alert" data-testid="row-conflict">
          <b>{words.changedByOthers}</b>
          {theirs.map((field) => (
            <p key={field}>{words.now(captions.caption(field), captions.field(field, row))}</p>
          ))}
          <button
            type="button"
            className="plain-button"
            onClick={() => put({ seen: row, draft: NO_DRAFT })}
            data-testid="take-theirs"
          >
            {words.takeTheirs}
          </button>
        </div>
      )}
      {edits !== null && (
        <>
          <RowForm
            content={content}
            row={now}
            summary={row.summary}
            onChange={(fields) => change(withField(draft, row, fields))}
          />
          <LinksField
            content={content}
            rowKey={row.key}
            links={draft.after ?? incoming}
            onChange={(after) => change({ ...draft, after })}
          />
        </>
      )}
      {!isEmpty(draft) && <EffectLines content={content} effect={effect} captions={captions} />}
      {!isEmpty(draft) && !isOnline && <p className="form-missing">{words.away}</p>}
      {refusal !== null && (
        <p className="form-refusal" role="alert" data-testid="row-refusal">
          {refusal}
        </p>
      )}
      <RowLinks content={content} row={row} captions={captions} onOpen={onOpen} incoming={edits === null} />
      {edits !== null && (
        <PlaceActions row={row} under={under} busy={isSaving} onEdit={(edit, then) => void act(edit, then)} />
      )}
    </Sheet>
  );
}
