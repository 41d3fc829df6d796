import type { ObjectCard } from "@stsphera/contracts";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { queryKeys } from "../../../shared/api/query-keys.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { getObject } from "../../../shared/requests/get-object.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { NoticeBlock } from "../../../shared/ui/notice-block.tsx";
import { ObjectSections } from "../../../shared/ui/object-sections/object-sections.tsx";
import { PageHeader } from "../../../shared/ui/page-header.tsx";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import { QueryView } from "../../../shared/ui/query-view.tsx";
import { CalendarPart } from "./calendar-part.tsx";
import { Life } from "./life.tsx";
import { PassportPart } from "./passport-part.tsx";
import { RulesPart } from "./rules-part.tsx";
import { setupWords } from "./setup-words.ts";
import { StructurePart } from "./structure/structure-part.tsx";
import "../../../kit/form/form.css";
import "./setup.css";

const VolumesPart = lazy(async () => ({
  default: (await import("./volumes/volumes-part.tsx")).VolumesPart,
}));

const PARTS = {
  volumes: { needs: "volume.edit", Part: VolumesPart },
  structure: { needs: "object.edit", Part: StructurePart },
  passport: { needs: "object.edit", Part: PassportPart },
  rules: { needs: "object.edit", Part: RulesPart },
  calendar: { needs: "object.edit", Part: CalendarPart },
} as const;
type Name = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as Name[];

function Contents({ card }: { card: ObjectCard }) {
  const words = useWords(setupWords);
  const open = NAMES.filter((name) => card.can.permissions.includes(PARTS[name].needs));
  return (
    <>
      <Life card={card} />
      <section className="section">
        {open.map((name) => (
          <Link
            key={name}
            to={`/objects/${card.id}/setup/${name}`}
            className="card stack"
            testId={`setup-${name}`}
          >
            <b>{words.parts[name]}</b>
            <span className="muted">{words.about[name]}</span>
          </Link>
        ))}
        {open.length === 0 && <p className="muted">{words.notYours}</p>}
      </section>
    </>
  );
}

/** What an object is made of, set up and changed by its project manager. */
export function SetupPage({ id, part }: { id: number; part: string }) {
  const words = useWords(setupWords);
  const query = useQuery({ queryKey: queryKeys.object(id), queryFn: () => getObject(id) });
  const name = NAMES.find((one) => one === part);
  return (
    <QueryView query={query}>
      {(card) => {
        if (name === undefined) {
          return (
            <>
              <PageHeader title={`${words.title} · ${card.name}`} />
              <ObjectSections id={id} here="setup" />
              <Contents card={card} />
            </>
          );
        }
        const { needs, Part } = PARTS[name];
        return (
          <div className="setup-part">
            <PageHeader title={`${words.parts[name]} · ${card.name}`} />
            {card.can.permissions.includes(needs) ? (
              <Suspense fallback={<Skeleton />}>
                <Part card={card} />
              </Suspense>
            ) : (
              <NoticeBlock title={words.notYours} testId="not-yours" />
            )}
          </div>
        );
      }}
    </QueryView>
  );
}
