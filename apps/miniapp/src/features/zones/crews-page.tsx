import type { Crew } from "@stsphera/contracts";
import { type Worker, workersOf } from "@stsphera/contracts/objects/workers";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { EntityList, useEntityList } from "../../kit/list/entity-list.tsx";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useSession } from "../../shared/api/session.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { getObject } from "../../shared/requests/get-object.ts";
import { ActionBar } from "../../shared/ui/action-bar.tsx";
import { Chip, Chips } from "../../shared/ui/chip.tsx";
import { ObjectFrame } from "../../shared/ui/object-sections/object-frame.tsx";
import { type CrewAct, listCrews } from "./api/crews-requests.ts";
import { CrewSheet } from "./components/crew-sheet.tsx";
import { accountsOf } from "./crew-accounts.ts";
import { zonesWords } from "./zones-words.ts";

/** Company roles that keep the dictionaries, crews among them. */
const ADDS = new Set(["project_manager", "pto", "admin"]);

type Asked = { readonly crew: Crew | null; readonly action: CrewAct };

type RowProps = {
  crew: Crew;
  people: readonly Worker[] | undefined;
  onAsk: ((action: CrewAct) => void) | null;
};

function Row({ crew, people, onAsk }: RowProps) {
  const words = useWords(zonesWords).crews;
  const { id, name, code, lead, size } = crew;
  const accounts = accountsOf(crew, people);
  return (
    <div className="card stack" data-testid={`crew-${id}`}>
      <span className="spread">
        <b>{name}</b>
        <span className="muted tabular">{words.people(size)}</span>
      </span>
      <span className="muted">
        {words.lead(lead)} · {code}
      </span>
      <span className={accounts.length === 0 ? "muted" : ""} data-testid={`accounts-${id}`}>
        {accounts.length === 0 ? words.noAccounts : words.accounts(accounts.join(", "))}
      </span>
      {onAsk !== null && (
        <Chips label={name}>
          <Chip onPress={() => onAsk("members")} testId={`members-${id}`}>
            {words.members}
          </Chip>
          <Chip onPress={() => onAsk("edit")} testId={`edit-crew-${id}`}>
            {words.edit}
          </Chip>
        </Chips>
      )}
    </div>
  );
}

/** The crews of an object: who leads them, how many they are, who of them has an account. */
export function CrewsPage({ id }: { id: number }) {
  const words = useWords(zonesWords).crews;
  const session = useSession();
  const [asked, setAsked] = useState<Asked | null>(null);
  const object = useQuery({ queryKey: queryKeys.object(id), queryFn: () => getObject(id) });
  const list = useEntityList(queryKeys.crews(id), (cursor) => listCrews(id, cursor));
  const card = object.data;
  const people = useMemo(() => (card === undefined ? card : workersOf(card, "fact.enter")), [card]);
  const mans = card?.can.permissions.includes("object.team") === true;
  const adds = session.kind === "active" && ADDS.has(session.user.role ?? "");
  return (
    <ObjectFrame id={id} title={words.title} here="crews">
      <EntityList
        list={list}
        keyOf={(crew) => crew.id}
        renderRow={(crew) => (
          <Row crew={crew} people={people} onAsk={mans ? (action) => setAsked({ crew, action }) : null} />
        )}
        empty={{ title: words.empty, line: words.emptyLine }}
        testId="crews"
      />
      {adds && asked === null && (
        <ActionBar
          ofPage
          text={words.add}
          enabled
          busy={false}
          onPress={() => setAsked({ crew: null, action: "create" })}
          testId="new-crew"
        />
      )}
      {asked !== null && card !== undefined && (
        <CrewSheet card={card} {...asked} onClose={() => setAsked(null)} />
      )}
    </ObjectFrame>
  );
}
