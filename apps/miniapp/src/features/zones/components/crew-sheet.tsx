import type { Crew, ObjectCard } from "@stsphera/contracts";
import { workersOf } from "@stsphera/contracts/objects/workers";
import { crewForms } from "@stsphera/contracts/production/forms";
import { useMemo } from "react";
import { useActs } from "../../../kit/entity/use-acts.ts";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import { useWords } from "../../../shared/i18n/locale.ts";
import { type CrewAct, crewRequest } from "../api/crews-requests.ts";
import { zonesWords } from "../zones-words.ts";

type Props = { card: ObjectCard; crew: Crew | null; action: CrewAct; onClose: () => void };

/** Adds a crew, changes its name, lead and size, or says who of the team works in it. */
export function CrewSheet({ card, crew, action, onClose }: Props) {
  const all = useWords(zonesWords);
  const words = all.crews;
  const people = useMemo(() => workersOf(card, "fact.enter"), [card]);
  const fields = useMemo(() => {
    if (crew === null) return {};
    const lead = people.find(({ id }) => id === crew.leadUserId);
    const leadUserId = lead === undefined ? null : { id: lead.id, fullName: lead.fullName };
    return { name: crew.name, lead: crew.lead, size: String(crew.size), leadUserId };
  }, [crew, people]);
  const acts = useActs<CrewAct>({
    feature: "crew",
    forms: crewForms,
    requestOf: (act, input) => crewRequest(card.id, crew, act, input),
  });
  const titles = { create: words.add, edit: words.edit, members: words.members };
  return (
    <FormSheet
      form={crewForms[action]}
      card={fields}
      scope={`crew.${action}`}
      draft={`crew.${action}.${crew?.id ?? card.id}`}
      title={titles[action]}
      caption={crew?.name ?? card.name}
      send={all.save}
      given={
        action === "members" && crew !== null ? { userIds: crew.members.map(({ id }) => String(id)) } : {}
      }
      today={card.today}
      people={() => people}
      options={() => people.map(({ id, fullName }) => ({ value: String(id), text: fullName }))}
      onSend={async (input, key) => {
        await acts.send(action, input, key);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
