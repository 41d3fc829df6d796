import type { UserCard } from "@stsphera/contracts";
import { useQuery } from "@tanstack/react-query";
import { Line, Lines } from "../../kit/entity/lines.tsx";
import { roleWords } from "../../kit/roles/role-words.ts";
import { sayDay } from "../../shared/format/say-day.ts";
import { dayOf } from "../../shared/format/times.ts";
import { roleCaptions } from "../../shared/i18n/captions.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { QueryView } from "../../shared/ui/query-view.tsx";
import { getPerson, peopleKeys } from "./api/people-requests.ts";
import { Leavings } from "./components/leavings.tsx";
import { PersonActs } from "./components/person-acts.tsx";
import { PersonState } from "./components/person-state.tsx";
import { peopleWords } from "./people-words.ts";

function Facts({ person }: { person: UserCard }) {
  const words = useWords(peopleWords);
  const captions = useWords(roleCaptions);
  const { departments } = useWords(roleWords);
  const locale = useLocale();
  const { role, department, status, phone, username, createdAt, invitation, erasure, crews = [] } = person;
  return (
    <section className="section">
      <Lines>
        <Line label={words.role.label} testId="person-role">
          {role === null ? words.noRole : captions[role]}
        </Line>
        {department !== null && <Line label={words.department.label}>{departments[department]}</Line>}
        <Line label={words.status.label} testId="person-status">
          <PersonState status={status} />
        </Line>
        {erasure !== undefined && (
          <Line label={words.erasure} testId="person-erasure">
            {words.erasureDue(sayDay(dayOf(erasure.askedAt), locale), sayDay(erasure.dueOn, locale))}
          </Line>
        )}
        {invitation !== undefined && (
          <Line label={words.invited} to={`/objects/${invitation.object.id}`} testId="person-invitation">
            {words.invitedBy(
              invitation.invitedBy.fullName,
              invitation.object.name,
              captions[invitation.role],
            )}
          </Line>
        )}
        {crews.map((crew) => (
          <Line key={crew.id} label={words.crew} to={`/objects/${crew.object.id}/crews`} testId="person-crew">
            {crew.name} · {crew.object.name}
          </Line>
        ))}
        {phone !== null && (
          <Line label={words.phone}>
            <a href={`tel:${phone}`}>{phone}</a>
          </Line>
        )}
        {username !== null && (
          <Line label={words.telegram}>
            <a href={`https://t.me/${username}`}>@{username}</a>
          </Line>
        )}
        <Line label={words.since}>{sayDay(dayOf(createdAt), locale)}</Line>
      </Lines>
    </section>
  );
}

/** A person of the company and, for who manages access, his role and his way in. */
export function PersonPage({ id }: { id: number }) {
  const words = useWords(peopleWords);
  const query = useQuery({ queryKey: peopleKeys.person(id), queryFn: () => getPerson(id) });
  return (
    <>
      <PageHeader title={query.data?.fullName ?? words.title} />
      <QueryView query={query}>
        {(person) => (
          <>
            <Facts person={person} />
            {person.leaves !== undefined && <Leavings person={person} leaves={person.leaves} />}
            <PersonActs person={person} />
          </>
        )}
      </QueryView>
    </>
  );
}
