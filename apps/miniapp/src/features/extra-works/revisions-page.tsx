import type { PlanRevision } from "@stsphera/contracts";
import {
  formatQuantity,
  fromMilli,
  shortName,
  shortWorkName,
  toMilli,
  withUnit,
} from "@stsphera/contracts/format";
import { EntityList, useEntityList } from "../../kit/list/entity-list.tsx";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { serverNow } from "../../shared/api/server-clock.ts";
import { sayDay } from "../../shared/format/say-day.ts";
import { clockOf, dayOf } from "../../shared/format/times.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { Link } from "../../shared/ui/link.tsx";
import { Mark } from "../../shared/ui/mark.tsx";
import { ObjectFrame } from "../../shared/ui/object-sections/object-frame.tsx";
import { listRevisions } from "./api/extra-requests.ts";
import { extraWords } from "./extra-words.ts";

/** «+4» green, «−4» amber. */
function Difference({ oldQty, newQty }: Pick<PlanRevision, "oldQty" | "newQty">) {
  const locale = useLocale();
  const difference = toMilli(newQty ?? "0") - toMilli(oldQty ?? "0");
  const sign = difference > 0 ? "+" : "−";
  return (
    <Mark tone={difference > 0 ? "green" : "amber"}>
      {sign}
      {formatQuantity(fromMilli(Math.abs(difference)), locale)}
    </Mark>
  );
}

/** One change of a planned quantity: where, from what to what, why, by which document, by whom. */
function Revision({ revision }: { revision: PlanRevision }) {
  const words = useWords(extraWords);
  const locale = useLocale();
  const { workType, facade, floor, oldQty, newQty, reason, document, extraId, author, createdAt } = revision;
  const quantity = (value: string | null) =>
    value === null ? words.nothing : withUnit(value, workType.unit, locale);
  const day = dayOf(createdAt);
  const when = day === dayOf(serverNow()) ? words.today : sayDay(day, locale);
  const why = [reason ?? words.noReason, ...(document === null ? [] : [document])].join(" · ");
  return (
    <div className="card stack tabular" data-testid={`revision-${revision.id}`}>
      <span className="spread">
        <b>
          {shortWorkName(workType.name)} {facade} {floor}
        </b>
        <Difference oldQty={oldQty} newQty={newQty} />
      </span>
      <span>{words.fromTo(quantity(oldQty), quantity(newQty))}</span>
      {extraId === null ? (
        <span className="muted">{why}</span>
      ) : (
        <Link to={`/extras/${extraId}`} className="plain-button" testId={`revision-extra-${revision.id}`}>
          {why}
        </Link>
      )}
      <span className="muted">{`${shortName(author.fullName)} · ${when}, ${clockOf(createdAt)}`}</span>
    </div>
  );
}

/** How the plan of an object in work was changed, newest first. */
export default function RevisionsPage({ id }: { id: number }) {
  const words = useWords(extraWords);
  const list = useEntityList(queryKeys.revisions(id), (cursor) => listRevisions(id, cursor));
  return (
    <ObjectFrame id={id} title={words.revisions} here="extras">
      <EntityList
        list={list}
        keyOf={(revision) => revision.id}
        renderRow={(revision) => <Revision revision={revision} />}
        empty={{ title: words.noRevisions, line: words.noRevisionsLine }}
        testId="revisions"
      />
    </ObjectFrame>
  );
}
