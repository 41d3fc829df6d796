import type { Role } from "@stsphera/rbac";
import { useRef, useState } from "react";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { newKey } from "../../../shared/api/request.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { ActionBar } from "../../../shared/ui/action-bar.tsx";
import { Sheet } from "../../../shared/ui/sheet.tsx";
import { teamWords } from "../team-words.ts";
import { RolesChoice } from "./roles-choice.tsx";

type Props = {
  title: string;
  person: string;
  held: readonly Role[];
  send: string;
  onSend: (roles: readonly Role[], key: string) => Promise<void>;
  onClose: () => void;
};

/** In which roles somebody works on the object. */
export function RolesSheet({ title, person, held, send, onSend, onClose }: Props) {
  const words = useWords(teamWords);
  const [chosen, setChosen] = useState(held);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const key = useRef(newKey());
  const same = chosen.length === held.length && chosen.every((role) => held.includes(role));

  const choose = (roles: readonly Role[]) => {
    key.current = newKey();
    setRefusal(null);
    setChosen(roles);
  };
  const save = async () => {
    setBusy(true);
    try {
      await onSend(chosen, key.current);
    } catch (error) {
      setRefusal(errorSentence(error));
      setBusy(false);
    }
  };
  return (
    <Sheet
      title={title}
      caption={person}
      onClose={onClose}
      testId="roles-sheet"
      footer={
        <ActionBar
          text={send}
          enabled={chosen.length > 0 && !same}
          busy={busy}
          onPress={() => void save()}
          testId="save-roles"
        />
      }
    >
      <div className="stack">
        <p className="muted">{chosen.length === 0 ? words.noRole : words.several}</p>
        {refusal !== null && (
          <p className="form-refusal" role="alert" data-testid="form-refusal">
            {refusal}
          </p>
        )}
        <RolesChoice chosen={chosen} onChoose={choose} />
      </div>
    </Sheet>
  );
}
