import type { GprSummary } from "@stsphera/contracts";
import { dayWithYear } from "@stsphera/contracts/format";
import { EntityList, useEntityList } from "../../kit/list/entity-list.tsx";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { serverNow } from "../../shared/api/server-clock.ts";
import { dayOf } from "../../shared/format/times.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { Link } from "../../shared/ui/link.tsx";
import { ObjectFrame } from "../../shared/ui/object-sections/object-frame.tsx";
import { listGprVersions } from "./api/gpr-requests.ts";
import { GprState } from "./components/gpr-facts.tsx";
import { gprWords } from "./gpr-words.ts";

/** A version in the list: in force since, or how many have signed; opens it. */
function VersionRow({ gpr }: { gpr: GprSummary }) {
  const words = useWords(gprWords);
  const locale = useLocale();
  const { id, number, status, signed, signers, activatedAt } = gpr;
  const since = activatedAt === null ? null : dayWithYear(dayOf(activatedAt), dayOf(serverNow()), locale);
  const facts = [
    ...(since === null ? [] : [words.since(since)]),
    ...(status === "draft"
      ? []
      : [`${words.signatures.toLocaleLowerCase(locale)} ${words.signed(signed, signers)}`]),
  ];
  return (
    <Link to={`/gpr/${id}`} className="card stack" testId={`gpr-row-${id}`}>
      <span className="spread">
        <b>{words.version(number)}</b>
        <GprState status={status} />
      </span>
      {facts.length > 0 && <span className="muted">{facts.join(" · ")}</span>}
    </Link>
  );
}

/** The versions of an object's schedule, the newest first. */
export default function GprVersionsPage({ id }: { id: number }) {
  const words = useWords(gprWords);
  const list = useEntityList(queryKeys.gprVersions(id), (cursor) => listGprVersions(id, cursor));
  return (
    <ObjectFrame id={id} title={words.section} here="gpr">
      <EntityList
        list={list}
        keyOf={(gpr) => gpr.id}
        renderRow={(gpr) => <VersionRow gpr={gpr} />}
        empty={{ title: words.empty, line: words.emptyLine }}
        testId="gpr-versions"
      />
    </ObjectFrame>
  );
}
