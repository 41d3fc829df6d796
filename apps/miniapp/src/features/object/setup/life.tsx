import type { ObjectCard } from "@stsphera/contracts";
import { asksNothing } from "@stsphera/contracts/forms";
import { OBJECT_CAPTIONS } from "@stsphera/contracts/objects/captions";
import { objectForms } from "@stsphera/contracts/objects/forms";
import { useState } from "react";
import { useActs } from "../../../kit/entity/use-acts.ts";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { StatusMark } from "../../../shared/ui/status-mark.tsx";
import { type ObjectAct, objectRequest } from "./setup-requests.ts";
import { setupWords } from "./setup-words.ts";

type Move = Exclude<ObjectAct, "undo">;

/** Where an object stands, and every move that its reader may make. */
export function Life({ card }: { card: ObjectCard }) {
  const words = useWords(setupWords);
  const captions = useWords(OBJECT_CAPTIONS);
  const [asked, setAsked] = useState<Move | null>(null);
  const acts = useActs<ObjectAct>({
    feature: "object",
    forms: objectForms,
    requestOf: (action, input) => objectRequest(card, action, input),
    undo: "undo",
  });
  const press = (move: Move) => (asksNothing(objectForms[move]) ? void acts.now(move) : setAsked(move));
  const { actions } = card.can;
  return (
    <section className="section" data-testid="life">
      <div className="spread">
        <h2 className="cap">{words.life}</h2>
        <StatusMark status={card.status} />
      </div>
      {actions.length === 0 ? (
        <p className="muted">{words.noMoves}</p>
      ) : (
        <Chips label={words.life}>
          {actions.map((move) => (
            <Chip key={move} disabled={acts.busy} onPress={() => press(move)} testId={`act-${move}`}>
              {captions[move]}
            </Chip>
          ))}
        </Chips>
      )}
      {asked !== null && (
        <FormSheet
          form={objectForms[asked]}
          card={card}
          scope={`object.${asked}`}
          draft={`object.${asked}.${card.id}`}
          title={captions[asked]}
          caption={card.name}
          send={captions[asked]}
          objectId={card.id}
          today={card.today}
          onSend={async (input, key) => {
            await acts.send(asked, input, key);
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}
