import type { Crew } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { EntityList, useEntityList } from "../../kit/list/entity-list.tsx";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useSession } from "../../shared/api/session.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { getObject } from "../../shared/requests/get-object.ts";
import { ActionBar } from "../../shared/ui/action-bar.tsx";
import { Chip, Chips } from "../../shared/ui/chip.tsx";
import { ObjectSections } from "../../shared/ui/object-sections/object-sections.tsx";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { type CrewAct, listCrews } from "./api/crews-requests.ts";
import { CrewSheet } from "./components/crew-sheet.tsx";
import { zonesWords } from "./zones-words.ts";

/** Company roles that keep the dictionaries, crews among them. */
const ADDS = new Set(["project_manager", "pto", "admin"]);

type Asked = { readonly crew: Crew | null; readonly action: CrewAct };

function Row({ crew, onAsk }: { crew: Crew; onAsk: ((action: CrewAct) => void) | null }) {
  const words = useWords(zonesWords).crews;
  const { id, name, code, lead, size, members } = crew;
  const names = members.map(({ fullName }) => shortName(fullName)).join(", ");
  return (
    <div className="card stack" data-testid={`crew-${id}`}>
      <span className="spread">
        <b>{name}</b>
        <span className="muted tabular">{words.people(size)}</span>
      </span>
      <span className="muted">
        {words.lead(lead)} · {code}
      </span>
      <span className={members.length === 0 ? "muted" : ""}>
        {members.length === 0 ? words.noAccounts : words.accounts(names)}
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
  const mans = card?.can.permissions.includes("object.team") === true;
  const adds = session.kind === "active" && ADDS.has(session.user.role ?? "");
  return (
    <>
      <PageHeader title={card === undefined ? words.title : `${words.title} · ${card.name}`} />
      <ObjectSections id={id} here="crews" />
      <EntityList
        list={list}
        keyOf={(crew) => crew.id}
        renderRow={(crew) => <Row crew={crew} onAsk={mans ? (action) => setAsked({ crew, action }) : null} />}
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
    </>
  );
}
