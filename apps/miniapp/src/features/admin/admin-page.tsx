import { Line, Lines } from "../../kit/entity/lines.tsx";
import { useSession } from "../../shared/api/session.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { adminWords } from "./admin-words.ts";
import { Together } from "../../shared/ui/together.tsx";
import { Needs } from "./health/needs.tsx";
import { useHealth } from "./health/use-health.ts";

/** For who keeps the settings of the system. */
const OF_SYSTEM = [
  ["health", "/admin/health"],
  ["messages", "/admin/messages"],
] as const;
const SECTIONS = [
  ["people", "/people"],
  ["roles", "/admin/roles"],
  ["audit", "/admin/audit"],
  ["works", "/dictionaries/works"],
  ["calendars", "/dictionaries/calendars"],
] as const;

/** The beginning for who runs the system. */
export default function AdminPage() {
  const words = useWords(adminWords);
  const session = useSession();
  const keeps = session.kind === "active" && session.user.role === "admin";
  const health = useHealth(keeps);
  const sections = [...(keeps ? OF_SYSTEM : []), ...SECTIONS];
  return (
    <>
      <PageHeader title={words.title} />
      <Together reads={[health]} rows={6}>
        {keeps && <Needs />}
        <section className="section">
          <h2 className="cap">{words.sections}</h2>
          <Lines>
            {sections.map(([name, path]) => (
              <Line key={name} label={words[name]} to={path} testId={`open-${name}`}>
                {words.open}
              </Line>
            ))}
          </Lines>
        </section>
      </Together>
    </>
  );
}
