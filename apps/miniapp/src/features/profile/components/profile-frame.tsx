import type { Dashboard } from "@stsphera/contracts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { queryKeys } from "../../../shared/api/query-keys.ts";
import { useSession } from "../../../shared/api/session.ts";
import { roleCaptions } from "../../../shared/i18n/captions.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { PageHeader } from "../../../shared/ui/page-header.tsx";
import "../../../shared/ui/chip.css";
import { getMe, listEveryObject } from "../api/get-mine.ts";
import { initialsOf } from "../initials.ts";
import { profileKeys } from "../profile-keys.ts";
import { profileWords } from "../profile-words.ts";
import "../profile-page.css";

const SECTIONS = ["profile", "tasks", "activity", "settings"] as const;
type Section = (typeof SECTIONS)[number];

/** The reader with his rights and objects, once they are read. */
export const useMeRead = () => useQuery({ queryKey: profileKeys.me, queryFn: getMe });
export const useMe = () => useMeRead().data;

/** Objects on which the reader has a role of his own. */
export const useMyObjects = () => useMe()?.objects.filter(({ roles }) => roles.length > 0) ?? [];

/** Objects that the reader may filter by: his own, or all for who sees the whole company. */
export function useFilterObjects(): readonly { readonly id: number; readonly name: string }[] {
  const mine = useMyObjects();
  const me = useMe();
  const { data } = useQuery({
    queryKey: profileKeys.everyObject,
    queryFn: listEveryObject,
    enabled: me?.permissions.includes("object.view_all") === true,
  });
  return data?.items ?? mine;
}

function Person() {
  const captions = useWords(roleCaptions);
  const words = useWords(profileWords);
  const session = useSession();
  const [first, ...rest] = useMyObjects();
  if (session.kind !== "active") return null;
  const { fullName, role } = session.user;
  return (
    <div className="profile-head">
      <span className="profile-avatar" aria-hidden="true">
        {initialsOf(fullName)}
      </span>
      <div>
        <b>{fullName}</b>
        <div className="muted">{role !== null && captions[role]}</div>
        <div className="muted profile-where">
          {first !== undefined && (rest.length === 0 ? first.name : words.onObjects(rest.length + 1))}
        </div>
      </div>
    </div>
  );
}

/** What every section of the profile stands under. */
export function ProfileFrame({ here, children }: { here: Section; children: ReactNode }) {
  const words = useWords(profileWords);
  const tasks = useQueryClient().getQueryData<Dashboard>(queryKeys.dashboard())?.waiting.tasks ?? 0;
  return (
    <>
      <PageHeader title={words.title} />
      <Person />
      <nav className="chips profile-sections" aria-label={words.sectionsLabel}>
        {SECTIONS.map((section) => (
          <Link
            key={section}
            to={section === "profile" ? "/profile" : `/profile/${section}`}
            className="chip"
            replace={here !== "profile"}
            current={section === here}
            testId={`profile-${section}`}
          >
            {words.sections[section]}
            {section === "tasks" && tasks > 0 && <b>{tasks}</b>}
          </Link>
        ))}
      </nav>
      {children}
    </>
  );
}
