import { Link } from "../../shared/ui/link.tsx";
import { useSession } from "../../shared/api/session.ts";
import { roleCaptions } from "../../shared/i18n/captions.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { profileWords } from "../../shared/i18n/profile-words.ts";
import { useQueue } from "../../shared/offline/queue.ts";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { Settings } from "./components/settings.tsx";
import { initialsOf } from "./initials.ts";
import "./profile-page.css";

function Person() {
  const captions = useWords(roleCaptions);
  const session = useSession();
  if (session.kind !== "active") return null;
  const { fullName, role } = session.user;
  return (
    <div className="profile-head">
      <span className="profile-avatar" aria-hidden="true">
        {initialsOf(fullName)}
      </span>
      <div>
        <b>{fullName}</b>
        {role !== null && <div className="muted">{captions[role]}</div>}
      </div>
    </div>
  );
}

export default function ProfilePage() {
  const words = useWords(profileWords);
  const queue = useQueue();
  return (
    <>
      <PageHeader title={words.title} />
      <Person />
      <Settings />
      <section className="section">
        <Link to="/profile/queue" className="card spread" testId="open-queue">
          <span>{words.queue}</span>
          <b className="tabular">{queue.length}</b>
        </Link>
      </section>
    </>
  );
}
