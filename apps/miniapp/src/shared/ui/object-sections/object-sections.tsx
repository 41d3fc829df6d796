import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { queryKeys } from "../../api/query-keys.ts";
import { useSession } from "../../api/session.ts";
import { useWords } from "../../i18n/locale.ts";
import { objectWords } from "../../i18n/object-words.ts";
import { getObject } from "../../requests/get-object.ts";
import { Link } from "../link.tsx";
import { Sheet } from "../sheet.tsx";
import { useIsWide } from "../side.ts";
import { type Section, sectionsOf } from "./sections-of.ts";
import "./object-sections.css";

const pathOf = (id: number, section: Section) =>
  section === "overview" ? `/objects/${id}` : `/objects/${id}/${section}`;

type Props = { id: number; here: Section; folded?: string | null };

/** The sections of an object: those of the role as chips, the rest in a sheet; a wide window has room for all. */
export function ObjectSections({ id, here, folded = null }: Props) {
  const words = useWords(objectWords);
  const session = useSession();
  const isWide = useIsWide();
  const [isMore, setMore] = useState(false);
  const { data } = useQuery({ queryKey: queryKeys.object(id), queryFn: () => getObject(id) });
  const { pinned, more } = sectionsOf(data, session.kind === "active" ? session.user.role : null);
  const toSection = (section: Section) => (
    <Link
      key={section}
      to={pathOf(id, section)}
      replace={here !== "overview"}
      current={section === here}
      testId={`section-${section}`}
      onOpen={() => setMore(false)}
    >
      {words.sections[section]}
    </Link>
  );
  const isHidden = more.includes(here);
  return (
    <nav className="object-sections" aria-label={words.sectionsLabel}>
      {(isWide ? [...pinned, ...more] : pinned).map(toSection)}
      {!isWide && more.length > 0 && (
        <button
          type="button"
          className={isHidden ? "object-sections-more is-here" : "object-sections-more"}
          aria-haspopup="dialog"
          aria-expanded={isMore}
          onClick={() => setMore(true)}
          data-testid="sections-more"
        >
          {isHidden ? words.sections[here] : words.moreSections} ▾
        </button>
      )}
      {folded !== null && <span className="object-sections-folded">{folded}</span>}
      {isMore && (
        <Sheet title={words.sectionsLabel} onClose={() => setMore(false)} testId="sections-sheet">
          <div className="object-sections-all">{[...pinned, ...more].map(toSection)}</div>
        </Sheet>
      )}
    </nav>
  );
}
