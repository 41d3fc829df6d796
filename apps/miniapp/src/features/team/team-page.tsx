import { mayHold } from "@stsphera/rbac";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { roleWords } from "../../kit/roles/role-words.ts";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useSession } from "../../shared/api/session.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { getObject } from "../../shared/requests/get-object.ts";
import { Link } from "../../shared/ui/link.tsx";
import { Mark } from "../../shared/ui/mark.tsx";
import { NoticeBlock } from "../../shared/ui/notice-block.tsx";
import { ObjectFrame } from "../../shared/ui/object-sections/object-frame.tsx";
import { QueryView } from "../../shared/ui/query-view.tsx";
import { getTeam, type Member, teamKeys } from "./api/team-requests.ts";
import { byDepartment } from "./by-department.ts";
import { AddSheet } from "./components/add-sheet.tsx";
import { DeputySheet } from "./components/deputy-sheet.tsx";
import { MemberCard } from "./components/member-card.tsx";
import { RemoveSheet } from "./components/remove-sheet.tsx";
import { ChangeRoles } from "./components/change-roles.tsx";
import { teamWords } from "./team-words.ts";
import "./team.css";

/** What may be done about a member, and the right that it needs. */
const ACTS = [
  { act: "roles", text: "change", right: "object.team" },
  { act: "deputy", text: "deputy", right: "delegation.object" },
  { act: "remove", text: "remove", right: "object.team" },
] as const;
const OVER: ReadonlySet<string> = new Set(["closed", "archived"]);
type Asked =
  | { readonly act: "add" }
  | { readonly act: (typeof ACTS)[number]["act"]; readonly member: Member };

/** Whether somebody besides a lone project manager may confirm entries: nobody confirms their own. */
const isConfirmed = (members: readonly Member[]): boolean =>
  members.filter(
    ({ roles, status }) =>
      status === "active" && roles.some((role) => mayHold(role, "fact.confirm", "installers_entries")),
  ).length > 1 || !members.some(({ roles }) => roles.includes("project_manager"));

/** Who works on the object, by department; who manages it adds people, changes their roles, invites and removes. */
export function TeamPage({ id }: { id: number }) {
  const words = useWords(teamWords);
  const { departments } = useWords(roleWords);
  const session = useSession();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { data: object } = useQuery({ queryKey: queryKeys.object(id), queryFn: () => getObject(id) });
  const query = useQuery({ queryKey: teamKeys.team(id), queryFn: () => getTeam(id) });
  const rights = new Set(object?.can.permissions ?? []);
  const opens = session.kind === "active" && session.user.role !== "viewer";
  const manages = rights.has("object.team");
  // The team of a closed object only loses members.
  const isOver = object !== undefined && OVER.has(object.status);
  const close = () => setAsked(null);
  const actsOn = (member: Member) =>
    ACTS.filter(({ act, right }) => rights.has(right) && (!isOver || act === "remove")).map(
      ({ act, text }) => ({
        text: words[text],
        label: words[`${text}Of`](member.fullName),
        onPress: () => setAsked({ act, member }),
        testId: `${act}-${member.userId}`,
      }),
    );
  return (
    <ObjectFrame id={id} title={words.title} here="team">
      {!isOver && (manages || rights.has("object.invite")) && (
        <section className="section team-acts">
          {manages && (
            <button
              type="button"
              className="plain-button"
              onClick={() => setAsked({ act: "add" })}
              data-testid="add-member"
            >
              {words.add}
            </button>
          )}
          {rights.has("object.invite") && (
            <Link to={`/objects/${id}/team/invitations`} className="plain-button" testId="open-invitations">
              {words.invite}
            </Link>
          )}
        </section>
      )}
      <QueryView query={query}>
        {({ members }) =>
          members.length === 0 ? (
            <NoticeBlock title={words.empty} testId="empty" />
          ) : (
            <>
              {manages && !isConfirmed(members) && (
                <p className="section" data-testid="nobody-confirms">
                  <Mark tone="amber">{words.nobodyConfirms}</Mark>
                </p>
              )}
              {byDepartment(members).map(({ department, members: people }) => (
                <section key={department} className="section" data-testid={`department-${department}`}>
                  <div className="team-head">
                    <h2 className="cap">{departments[department]}</h2>
                    <span className="dim">{words.people(people.length)}</span>
                  </div>
                  <div className="team-people">
                    {people.map((member) => (
                      <MemberCard
                        key={member.userId}
                        objectId={id}
                        member={member}
                        opens={opens}
                        acts={actsOn(member)}
                      />
                    ))}
                  </div>
                </section>
              ))}
            </>
          )
        }
      </QueryView>
      {asked?.act === "add" && <AddSheet objectId={id} onClose={close} />}
      {asked?.act === "roles" && <ChangeRoles objectId={id} member={asked.member} onClose={close} />}
      {asked?.act === "deputy" && <DeputySheet objectId={id} member={asked.member} onClose={close} />}
      {asked?.act === "remove" && <RemoveSheet objectId={id} member={asked.member} onClose={close} />}
    </ObjectFrame>
  );
}
