import type { GprCard, GprContent } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import { DEPARTMENT_CAPTIONS } from "@stsphera/contracts/people/captions";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { queryKeys } from "../../../shared/api/query-keys.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { QueryView } from "../../../shared/ui/query-view.tsx";
import { getGprRows } from "../api/gpr-requests.ts";
import { gprWords } from "../gpr-words.ts";
import { usePeriod } from "./gpr-facts.tsx";
import "./gpr-departments.css";

type Department = GprCard["departments"][number];
type Row = GprContent["rows"][number];

function RowFacts({ row, owner }: { row: Row; owner: string | undefined }) {
  const words = useWords(gprWords);
  const period = usePeriod();
  const float = row.critical ? words.critical : row.float === null ? null : words.float(row.float);
  const facts = [period(row.start, row.finish), words.days(row.duration), owner ?? null, float];
  return (
    <li className={row.critical ? "gpr-row gpr-critical" : "gpr-row"}>
      <span>
        {row.number} {row.name}
      </span>
      <small>{facts.filter((fact) => fact !== null).join(" · ")}</small>
    </li>
  );
}

function Rows({ gprId, department }: { gprId: number; department: Department["department"] }) {
  const query = useQuery({ queryKey: queryKeys.gprRows(gprId), queryFn: () => getGprRows(gprId) });
  return (
    <QueryView query={query}>
      {({ rows, people }) => {
        const parents = new Set(rows.map(({ parent }) => parent));
        const names = new Map(people.map(({ id, fullName }) => [id, shortName(fullName)]));
        return (
          <ul className="gpr-rows">
            {rows
              .filter((row) => row.department === department && !parents.has(row.key))
              .map((row) => (
                <RowFacts key={row.key} row={row} owner={names.get(row.ownerId ?? 0)} />
              ))}
          </ul>
        );
      }}
    </QueryView>
  );
}

/** A department: how many rows it has and when; its rows when it is opened. */
function DepartmentRows({ gprId, share }: { gprId: number; share: Department }) {
  const words = useWords(gprWords);
  const locale = useLocale();
  const period = usePeriod();
  const [open, setOpen] = useState(false);
  const facts = [words.rows(share.rows), period(share.from, share.to)].filter((part) => part !== null);
  return (
    <details
      className="gpr-department"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      data-testid={`gpr-${share.department}`}
    >
      <summary>
        <b>{DEPARTMENT_CAPTIONS[locale][share.department]}</b> <small>{facts.join(" · ")}</small>
      </summary>
      {open && <Rows gprId={gprId} department={share.department} />}
    </details>
  );
}

/** The rows of a version, department by department. */
export function GprDepartments({ gpr }: { gpr: GprCard }) {
  const words = useWords(gprWords);
  if (gpr.departments.length === 0) return null;
  return (
    <section className="section">
      <h2 className="cap">{words.departments}</h2>
      {gpr.departments.map((share) => (
        <DepartmentRows key={share.department} gprId={gpr.id} share={share} />
      ))}
    </section>
  );
}
