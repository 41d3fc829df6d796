import type { Org } from "@stsphera/contracts";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { roleWords } from "../../kit/roles/role-words.ts";
import { useSession } from "../../shared/api/session.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { Chip } from "../../shared/ui/chip.tsx";
import { Link } from "../../shared/ui/link.tsx";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { QueryView } from "../../shared/ui/query-view.tsx";
import { getDepartments, peopleKeys } from "./api/people-requests.ts";
import { HeadSheet } from "./components/head-sheet.tsx";
import { peopleWords } from "./people-words.ts";

type Department = Org["departments"][number];

function Row({ department, onSet }: { department: Department; onSet: (() => void) | null }) {
  const words = useWords(peopleWords).departments;
  const names = useWords(roleWords).departments;
  const { code, head, peopleCount } = department;
  return (
    <div className="card stack" data-testid={`department-${code}`}>
      <Link to={`/people?department=${code}`} className="stack">
        <span className="spread">
          <b>{names[code]}</b>
          <span className="muted">{words.people(peopleCount)}</span>
        </span>
        <span className="muted">{head === null ? words.noHead : words.head(head.fullName)}</span>
      </Link>
      {onSet !== null && (
        <div className="chips">
          <Chip onPress={onSet} testId={`head-${code}`}>
            {words.set}
          </Chip>
        </div>
      )}
    </div>
  );
}

/** The departments with their heads, whom an administrator sets. */
export function DepartmentsPage() {
  const words = useWords(peopleWords).departments;
  const session = useSession();
  const [asked, setAsked] = useState<Department | null>(null);
  const query = useQuery({ queryKey: peopleKeys.departments, queryFn: getDepartments });
  const manages = session.kind === "active" && session.user.role === "admin";
  return (
    <>
      <PageHeader title={words.title} />
      <QueryView query={query}>
        {({ departments }) => (
          <section className="section">
            {departments.map((department) => (
              <Row
                key={department.code}
                department={department}
                onSet={manages ? () => setAsked(department) : null}
              />
            ))}
          </section>
        )}
      </QueryView>
      {asked !== null && <HeadSheet department={asked} onClose={() => setAsked(null)} />}
    </>
  );
}
