import { Line, Lines } from "../../kit/entity/lines.tsx";
import { useWords } from "../../shared/i18n/locale.ts";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { adminWords } from "./admin-words.ts";

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
  return (
    <>
      <PageHeader title={words.title} />
      <section className="section">
        <h2 className="cap">{words.sections}</h2>
        <Lines>
          {SECTIONS.map(([name, path]) => (
            <Line key={name} label={words[name]} to={path} testId={`open-${name}`}>
              {words.open}
            </Line>
          ))}
        </Lines>
      </section>
    </>
  );
}
