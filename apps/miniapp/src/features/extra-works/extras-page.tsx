import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { EntityList, useEntityList } from "../../kit/list/entity-list.tsx";
import { AddressFilter } from "../../kit/list/list-filters.tsx";
import { useQueryState } from "../../kit/use-query-state.ts";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { getObject } from "../../shared/requests/get-object.ts";
import { ActionBar } from "../../shared/ui/action-bar.tsx";
import { Link } from "../../shared/ui/link.tsx";
import { ObjectFrame } from "../../shared/ui/object-sections/object-frame.tsx";
import { listExtras } from "./api/extra-requests.ts";
import { ExtraRow } from "./components/extra-row.tsx";
import { ExtraTotals, useExtraTotals } from "./components/extra-totals.tsx";
import { NewExtraSheet } from "./components/new-extra-sheet.tsx";
import { EXTRA_STATES } from "./extra-states.ts";
import { extraWords } from "./extra-words.ts";

/** Extra works of an object by their age: without a written notice nobody pays for them. */
export default function ExtrasPage({ id }: { id: number }) {
  const words = useWords(extraWords);
  const { choose } = useQueryState();
  const [adding, setAdding] = useState(false);
  const object = useQuery({ queryKey: queryKeys.object(id), queryFn: () => getObject(id) });
  const card = object.data;
  const state = choose("state", EXTRA_STATES, "open");
  const list = useEntityList(queryKeys.extras(id, { state }), (cursor) => listExtras(id, state, cursor));
  const totals = useExtraTotals({ objectId: String(id), state });
  return (
    <ObjectFrame id={id} title={words.title} here="extras">
      <div className="section">
        <div className="filters" role="group" aria-label={words.state}>
          <AddressFilter
            name="state"
            label={words.state}
            values={EXTRA_STATES}
            say={(value) => words.states[value]}
          />
        </div>
        <div className="spread">
          <Link to={`/objects/${id}/revisions`} className="plain-button" testId="to-revisions">
            {words.revisions}
          </Link>
          <Link to="/extras" className="plain-button" testId="to-all-extras">
            {words.everywhere}
          </Link>
        </div>
      </div>
      <EntityList
        list={list}
        awaits={[totals]}
        head={<ExtraTotals totals={totals.data} />}
        keyOf={(extra) => extra.id}
        renderRow={(extra) => <ExtraRow extra={extra} />}
        empty={{ title: words.empty, line: words.emptyLine }}
        testId="extras"
      />
      {card?.can.permissions.includes("extra.report") === true && !adding && (
        <ActionBar
          ofPage
          text={words.add}
          enabled
          busy={false}
          onPress={() => setAdding(true)}
          testId="new-extra"
        />
      )}
      {adding && <NewExtraSheet objectId={id} name={card?.name ?? ""} onClose={() => setAdding(false)} />}
    </ObjectFrame>
  );
}
