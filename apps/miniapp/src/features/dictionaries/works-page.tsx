import type { WorkType } from "@stsphera/contracts";
import { formatQuantity } from "@stsphera/contracts/format";
import { useState } from "react";
import { EntityList, useEntityList } from "../../kit/list/entity-list.tsx";
import { ListFilters } from "../../kit/list/list-filters.tsx";
import { useQueryState } from "../../kit/use-query-state.ts";
import { useSession } from "../../shared/api/session.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { ActionBar } from "../../shared/ui/action-bar.tsx";
import { Chip, Chips } from "../../shared/ui/chip.tsx";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { WorkSheet } from "./components/work-sheet.tsx";
import { dictionariesWords } from "./dictionaries-words.ts";
import { listWorks, worksKey } from "./works-requests.ts";

/** Company roles that keep the dictionaries. */
const KEEPS = new Set(["project_manager", "pto", "admin"]);

function Row({ work, onEdit }: { work: WorkType; onEdit: (() => void) | null }) {
  const words = useWords(dictionariesWords).works;
  const locale = useLocale();
  const { id, code, name, unit, normHours, requiresPhoto } = work;
  const facts = [code, words.norm(formatQuantity(normHours, locale), unit)];
  return (
    <div className="card stack" data-testid={`work-${code}`}>
      <span className="spread">
        <b>{name}</b>
        <span className="muted">{unit}</span>
      </span>
      <span className="muted tabular">{[...facts, ...(requiresPhoto ? [words.photo] : [])].join(" · ")}</span>
      {onEdit !== null && (
        <Chips label={name}>
          <Chip onPress={onEdit} testId={`edit-work-${id}`}>
            {words.edit}
          </Chip>
        </Chips>
      )}
    </div>
  );
}

/** The works of the company with their units, norms and due photos. */
export default function WorksPage() {
  const words = useWords(dictionariesWords).works;
  const session = useSession();
  const [asked, setAsked] = useState<WorkType | "new" | null>(null);
  const search = useQueryState().get("search");
  const list = useEntityList(worksKey(search), (cursor) => listWorks(search, cursor));
  const keeps = session.kind === "active" && KEEPS.has(session.user.role ?? "");
  return (
    <>
      <PageHeader title={words.title} />
      <ListFilters search={words.search} />
      <EntityList
        list={list}
        keyOf={({ id }) => id}
        renderRow={(work) => <Row work={work} onEdit={keeps ? () => setAsked(work) : null} />}
        empty={{ title: words.empty, line: words.emptyLine }}
        testId="works"
      />
      {keeps && asked === null && (
        <ActionBar
          ofPage
          text={words.add}
          enabled
          busy={false}
          onPress={() => setAsked("new")}
          testId="new-work"
        />
      )}
      {asked !== null && <WorkSheet work={asked === "new" ? null : asked} onClose={() => setAsked(null)} />}
    </>
  );
}
