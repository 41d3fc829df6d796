import type { Delegation } from "@stsphera/contracts";
import { ownDeputyForms } from "@stsphera/contracts/people/forms";
import { useState } from "react";
import { type ActRequest, useActs } from "../../../kit/entity/use-acts.ts";
import { EntityList, useEntityList } from "../../../kit/list/entity-list.tsx";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { useSession } from "../../../shared/api/session.ts";
import { sayPeriod } from "../../../shared/format/say-day.ts";
import { dayOf } from "../../../shared/format/times.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { ActionBar } from "../../../shared/ui/action-bar.tsx";
import { Chip } from "../../../shared/ui/chip.tsx";
import { Mark, type MarkTone } from "../../../shared/ui/mark.tsx";
import { PageHeader } from "../../../shared/ui/page-header.tsx";
import { listDeputies } from "../api/get-mine.ts";
import { profileKeys } from "../profile-keys.ts";
import { deputyWords } from "./deputy-words.ts";
import { NameDeputy } from "./name-deputy.tsx";

const TONES: Readonly<Record<Delegation["state"], MarkTone>> = {
  current: "green",
  upcoming: "violet",
  over: "muted",
};

const endRequest = ({ id, version }: Delegation): ActRequest => ({
  method: "DELETE",
  path: `/api/me/delegations/${id}`,
  body: { version },
});

/** Takes the end back: the same person for what is left of the days. */
function nameAgain({ deputy, object, fromDay, toDay }: Delegation): ActRequest {
  const today = dayOf(serverNow());
  const days = { fromDay: fromDay < today ? today : fromDay, toDay };
  const body = { deputyId: deputy.id, ...days, ...(object === null ? {} : { objectId: object.id }) };
  return { method: "POST", path: "/api/me/delegations", body };
}

function Row({ delegation }: { delegation: Delegation }) {
  const words = useWords(deputyWords);
  const locale = useLocale();
  const session = useSession();
  const { id, principal, deputy, object, fromDay, toDay, state, createdBy, canEnd } = delegation;
  const acts = useActs<"name" | "end">({
    feature: "own_deputy",
    forms: ownDeputyForms,
    requestOf: (action) => (action === "end" ? endRequest(delegation) : nameAgain(delegation)),
    undo: "name",
  });
  const isMine = session.kind === "active" && session.user.id === principal.id;
  const facts = [
    object?.name ?? words.everywhere,
    ...(createdBy.id === principal.id ? [] : [words.byOther(createdBy.fullName)]),
  ];
  return (
    <div className="card stack" data-testid={`deputy-${id}`}>
      <span className="spread">
        <b>{isMine ? words.myDeputy(deputy.fullName) : words.iStandIn(principal.fullName)}</b>
        <Mark tone={TONES[state]}>{words.states[state]}</Mark>
      </span>
      <span className="tabular">{sayPeriod(fromDay, toDay, locale)}</span>
      <span className="muted">{facts.join(" · ")}</span>
      {canEnd && (
        <div className="chips">
          <Chip disabled={acts.busy} onPress={() => void acts.now("end")} testId={`end-deputy-${id}`}>
            {words.end}
          </Chip>
        </div>
      )}
    </div>
  );
}

/** Who stands in for the reader, and for whom he does. */
export function DeputiesPage() {
  const words = useWords(deputyWords);
  const [naming, setNaming] = useState(false);
  const list = useEntityList(profileKeys.deputies, listDeputies);
  return (
    <>
      <PageHeader title={words.title} />
      <p className="section muted">{words.hint}</p>
      <EntityList
        list={list}
        keyOf={({ id }) => id}
        renderRow={(delegation) => <Row delegation={delegation} />}
        empty={{ title: words.empty, line: words.emptyLine }}
        testId="deputies"
      />
      {!naming && (
        <ActionBar
          ofPage
          text={words.name}
          enabled
          busy={false}
          onPress={() => setNaming(true)}
          testId="name-deputy"
        />
      )}
      {naming && <NameDeputy onClose={() => setNaming(false)} />}
    </>
  );
}
