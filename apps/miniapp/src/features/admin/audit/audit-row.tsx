import type { AuditRecord } from "@stsphera/contracts";
import { dayInWords } from "@stsphera/contracts/format";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { clockOf, dayOf } from "../../../shared/format/times.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { auditWords } from "./audit-words.ts";
import { pathOfRecord } from "./path-of-record.ts";

/** One record: when, who and in whose name, what with which thing, from what to what, why, where. */
export function AuditRow({ record }: { record: AuditRecord }) {
  const words = useWords(auditWords);
  const locale = useLocale();
  const { at, actor, job, onBehalfOf, what, kind, thing, object, source, byRule, reason, changes } = record;
  const who = actor?.fullName ?? words.jobs[job ?? ""] ?? words.job;
  const where = [
    ...(object === null || record.entityType === "object" ? [] : [object.name]),
    words.sources[source],
    ...(byRule ? [words.byRule] : []),
  ];
  const content = (
    <>
      <span className="dim tabular">
        {dayInWords(dayOf(at), dayOf(serverNow()), locale)}, {clockOf(at)} · {where.join(" · ")}
      </span>
      <span>
        <b>{who}</b>
        {onBehalfOf !== null && ` ${words.onBehalf(onBehalfOf.fullName)}`}
      </span>
      <span>
        {what}: {thing ?? kind.toLowerCase()}
      </span>
      {changes.map(({ field, before, after }) => (
        <span key={field} className="muted">
          {field}: {before === null ? "" : `${before} → `}
          {after ?? words.nothing}
        </span>
      ))}
      {reason !== null && <span className="muted">{words.reason(reason)}</span>}
    </>
  );
  const path = pathOfRecord(record);
  if (path === null) return <div className="card stack">{content}</div>;
  return (
    <Link to={path} className="card stack" testId={`audit-${record.id}`}>
      {content}
    </Link>
  );
}
