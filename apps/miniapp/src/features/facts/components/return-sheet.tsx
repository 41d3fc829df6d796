import { useState } from "react";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { ActionBar } from "../../../shared/ui/action-bar.tsx";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { Sheet } from "../../../shared/ui/sheet.tsx";

const SHORTEST = 5;

/** Asks why an entry goes back: ready reasons first, words for the rest. */
export function ReturnSheet({
  onReturn,
  onClose,
}: {
  onReturn: (reason: string) => void;
  onClose: () => void;
}) {
  const words = useWords(factsWords);
  const [chosen, setChosen] = useState("");
  const [typed, setTyped] = useState("");
  const isOther = chosen === words.returnOther;
  const reason = isOther ? typed.trim() : chosen;
  return (
    <Sheet
      title={words.returnWhy}
      onClose={onClose}
      testId="return-sheet"
      footer={
        <ActionBar
          text={words.return}
          enabled={reason.length >= SHORTEST}
          busy={false}
          onPress={() => onReturn(reason)}
          testId="return"
        />
      }
    >
      <Chips label={words.returnWhy}>
        {[...words.returnReasons, words.returnOther].map((text) => (
          <Chip key={text} pressed={text === chosen} onPress={() => setChosen(text)}>
            {text}
          </Chip>
        ))}
      </Chips>
      {isOther && (
        <textarea
          className="text-input"
          rows={3}
          maxLength={1000}
          value={typed}
          placeholder={words.returnWords}
          aria-label={words.returnWords}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
    </Sheet>
  );
}
