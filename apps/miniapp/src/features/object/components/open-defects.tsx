import type { ObjectDashboard } from "@stsphera/contracts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { objectWords } from "../../../shared/i18n/object-words.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";

/** How many defects of an object are open, and how many critical or past their day; each number opens those it counts. */
export function OpenDefects({ dashboard: { object, defects } }: { dashboard: ObjectDashboard }) {
  const words = useWords(objectWords);
  if (defects === undefined || defects.open === 0) return null;
  const path = `/objects/${object.id}/defects`;
  return (
    <>
      {defects.critical > 0 && (
        <Link to={`${path}?severity=critical`} className="card spread" testId="critical-defects">
          <b>{words.criticalDefects}</b>
          <Mark tone="red">{defects.critical}</Mark>
        </Link>
      )}
      {defects.overdue > 0 && (
        <Link to={`${path}?term=overdue`} className="card spread" testId="overdue-defects">
          <b>{words.overdueDefects}</b>
          <Mark tone="red">{defects.overdue}</Mark>
        </Link>
      )}
      <Link to={path} className="card spread" testId="open-defects">
        <b>{words.openDefects}</b>
        <span className="tabular">{defects.open}</span>
      </Link>
    </>
  );
}
