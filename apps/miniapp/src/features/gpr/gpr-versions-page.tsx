import type { GprSummary } from "@stsphera/contracts";
import { dayWithYear } from "@stsphera/contracts/format";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { EntityList, useEntityList } from "../../kit/list/entity-list.tsx";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { serverNow } from "../../shared/api/server-clock.ts";
import { dayOf } from "../../shared/format/times.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { getObject } from "../../shared/requests/get-object.ts";
import { Chip } from "../../shared/ui/chip.tsx";
import { Link } from "../../shared/ui/link.tsx";
import { ObjectFrame } from "../../shared/ui/object-sections/object-frame.tsx";
import { listGprVersions } from "./api/gpr-requests.ts";
import { GprState } from "./components/gpr-facts.tsx";
import { beginWords } from "./begin/begin-words.ts";
import { gprWords } from "./gpr-words.ts";

const BeginSheet = lazy(() => import("./begin/begin-sheet.tsx"));

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

/** The rows of the version that counts now, and beginning the next one where there is none being made. */
function Now({ id, versions }: { id: number; versions: readonly GprSummary[] }) {
  const words = useWords(gprWords);
  const begin = useWords(beginWords);
  const [open, setOpen] = useState(false);
  const object = useQuery({ queryKey: queryKeys.object(id), queryFn: () => getObject(id) }).data;
  const active = versions.find(({ status }) => status === "active");
  const made = versions.find(({ status }) => status === "draft" || status === "pending_signatures");
  const shown = [active, made].filter((one) => one !== undefined);
  const mayBegin = made === undefined && object?.can.permissions.includes("gpr.edit") === true;
  if (shown.length === 0 && !mayBegin) return null;
  return (
    <div className="section">
      <div className="chips">
        {shown.map((gpr) => (
          <Link
            key={gpr.id}
            to={`/gpr/${gpr.id}/schedule`}
            className="chip chip-primary"
            testId={`gpr-schedule-${gpr.id}`}
          >
            {words.schedule(gpr.number)}
          </Link>
        ))}
        {mayBegin && (
          <Chip onPress={() => setOpen(true)} testId="gpr-begin">
            {begin.begin}
          </Chip>
        )}
      </div>
      {open && (
        <Suspense>
          <BeginSheet objectId={id} hasActive={active !== undefined} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** The versions of an object's schedule, the newest first. */
export default function GprVersionsPage({ id }: { id: number }) {
  const words = useWords(gprWords);
  const list = useEntityList(queryKeys.gprVersions(id), (cursor) => listGprVersions(id, cursor));
  return (
    <ObjectFrame id={id} title={words.section} here="gpr">
      {list.items !== undefined && <Now id={id} versions={list.items} />}
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
