import type { UserPage } from "@stsphera/contracts";
import { roleWords } from "../../../kit/roles/role-words.ts";
import { roleCaptions } from "../../../shared/i18n/captions.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { peopleWords } from "../people-words.ts";
import { PersonState } from "./person-state.tsx";

/** A person in a list; access is said where it is not simply open. */
export function PersonRow({ person }: { person: UserPage["items"][number] }) {
  const words = useWords(peopleWords);
  const captions = useWords(roleCaptions);
  const { departments } = useWords(roleWords);
  const { id, fullName, role, department, status } = person;
  const facts = [
    role === null ? words.noRole : captions[role],
    ...(department === null ? [] : [departments[department]]),
  ];
  return (
    <Link to={`/people/${id}`} className="card stack" testId={`person-row-${id}`}>
      <span className="spread">
        <b>{fullName}</b>
        {status !== "active" && <PersonState status={status} />}
      </span>
      <span className="muted">{facts.join(" · ")}</span>
    </Link>
  );
}
