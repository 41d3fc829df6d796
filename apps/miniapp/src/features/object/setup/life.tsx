import type { ObjectCard } from "@stsphera/contracts";
import { asksNothing } from "@stsphera/contracts/forms";
import { OBJECT_CAPTIONS } from "@stsphera/contracts/objects/captions";
import { objectForms } from "@stsphera/contracts/objects/forms";
import { useState } from "react";
import { useActs } from "../../../kit/entity/use-acts.ts";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { Link } from "../../../shared/ui/link.tsx";
import { StatusMark } from "../../../shared/ui/status-mark.tsx";
import { type ObjectAct, objectRequest } from "./setup-requests.ts";
import { setupWords } from "./setup-words.ts";

type Move = Exclude<ObjectAct, "undo">;

/** What the server asks for before preparation begins, and where it is given. */
const lacksForPlanning = ({ contractDate, deadline, facades, team }: ObjectCard) =>
  (
    [
      { what: "contractDate", part: "setup/passport", isMissing: contractDate === null },
      { what: "deadline", part: "setup/passport", isMissing: deadline === null },
      { what: "facades", part: "setup/structure", isMissing: facades.length === 0 },
      {
        what: "manager",
        part: "team",
        isMissing: !team.some(({ roles }) => roles.includes("project_manager")),
      },
    ] as const
  ).filter(({ isMissing }) => isMissing);

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
  const [isTold, setTold] = useState(false);
  const lacks = lacksForPlanning(card);
  const press = (move: Move) => {
    if (move === "plan" && lacks.length > 0) setTold(true);
    else if (asksNothing(objectForms[move])) void acts.now(move);
    else setAsked(move);
  };
  const { actions } = card.can;
  return (
    <section className="section" data-testid="life">
      <div className="setup-head">
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
      {isTold && lacks.length > 0 && (
        <div className="card stack" role="alert" data-testid="lacks">
          <b>{words.lacksForPlanning}</b>
          {lacks.map(({ what, part }) => (
            <Link key={what} to={`/objects/${card.id}/${part}`} className="setup-lack">
              {words.lacks[what]}
            </Link>
          ))}
        </div>
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
