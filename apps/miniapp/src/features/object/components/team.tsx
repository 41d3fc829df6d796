import { useQuery } from "@tanstack/react-query";
import { queryKeys } from "../../../shared/api/query-keys.ts";
import { roleCaptions } from "../../../shared/i18n/captions.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { objectWords } from "../../../shared/i18n/object-words.ts";
import { getObject } from "../../../shared/requests/get-object.ts";
import { NoticeBlock } from "../../../shared/ui/notice-block.tsx";
import { QueryView } from "../../../shared/ui/query-view.tsx";

/** Who works on the object, in which roles. */
export function Team({ id }: { id: number }) {
  const words = useWords(objectWords);
  const captions = useWords(roleCaptions);
  const query = useQuery({ queryKey: queryKeys.object(id), queryFn: () => getObject(id) });
  return (
    <QueryView query={query}>
      {({ team }) =>
        team.length === 0 ? (
          <NoticeBlock title={words.noTeam} testId="empty" />
        ) : (
          <section className="section">
            <div className="spread">
              <h2 className="cap">{words.team}</h2>
              <span className="dim">{words.people(team.length)}</span>
            </div>
            {team.map((member) => (
              <div key={member.userId} className="card">
                <b>{member.fullName}</b>
                <div className="muted">{member.roles.map((role) => captions[role]).join(" · ")}</div>
              </div>
            ))}
          </section>
        )
      }
    </QueryView>
  );
}
