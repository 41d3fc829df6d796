import { useState } from "react";
import { TextField } from "../../../../kit/form/text-field.tsx";
import { useWords } from "../../../../shared/i18n/locale.ts";
import { Action } from "../../../../shared/ui/action.tsx";
import { ActionBar } from "../../../../shared/ui/action-bar.tsx";
import { Sheet } from "../../../../shared/ui/sheet.tsx";
import { setupWords } from "../setup-words.ts";
import type { Kind, PartOf } from "./structure-requests.ts";

type Props = {
  kind: Kind;
  part: PartOf;
  busy: boolean;
  refusal: string | null;
  onChange: (change: { code?: string; name?: string }) => void;
  onRemove: () => void;
  onClose: () => void;
};

/** Another name or code for a facade or a floor, and its removal where nothing was entered yet. */
export function PartSheet({ kind, part, busy, refusal, onChange, onRemove, onClose }: Props) {
  const words = useWords(setupWords);
  const before = { code: part.code, name: "name" in part ? part.name : "" };
  const [typed, setTyped] = useState(before);
  const change = {
    ...(typed.code.trim() === before.code ? {} : { code: typed.code.trim() }),
    ...(typed.name.trim() === before.name ? {} : { name: typed.name.trim() }),
  };
  const isComplete = typed.code.trim() !== "" && (kind === "floor" || typed.name.trim() !== "");
  return (
    <Sheet
      title={kind === "facade" ? before.name : `${words.floorCode} ${before.code}`}
      onClose={onClose}
      testId="part-sheet"
      footer={
        <ActionBar
          text={words.save}
          enabled={isComplete && Object.keys(change).length > 0}
          busy={busy}
          onPress={() => onChange(change)}
          testId="save-part"
        />
      }
    >
      <div className="stack">
        {kind === "facade" && (
          <TextField
            name="part-name"
            label={words.name}
            value={typed.name}
            max={200}
            onChange={(name) => setTyped({ ...typed, name })}
          />
        )}
        <TextField
          name="part-code"
          label={kind === "facade" ? words.facadeCode : words.floorCode}
          value={typed.code}
          max={20}
          onChange={(code) => setTyped({ ...typed, code })}
        />
        {refusal !== null && (
          <p className="form-refusal" role="alert" data-testid="part-refusal">
            {refusal}
          </p>
        )}
        {part.hasFacts ? (
          <p className="muted">{words.factsStay}</p>
        ) : (
          <>
            {part.cells > 0 && <p className="muted">{words.removeWith(part.cells)}</p>}
            <Action tone="danger" busy={busy} onPress={onRemove} testId="remove-part">
              {words.remove}
            </Action>
          </>
        )}
      </div>
    </Sheet>
  );
}
