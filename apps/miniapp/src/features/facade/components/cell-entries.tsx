import type { Fact } from "@stsphera/contracts";
import {
  dayInWords,
  formatQuantity,
  doerName,
  shortName,
  withUnit,
  shortWorkName,
} from "@stsphera/contracts/format";
import { useQuery } from "@tanstack/react-query";
import { PhotoStrip } from "../../../kit/photos/photo-strip.tsx";
import { crewName } from "../../../shared/facts/crew-name.ts";
import { isGone } from "../../../shared/facts/is-gone.ts";
import { sayDay } from "../../../shared/format/say-day.ts";
import { clockOf } from "../../../shared/format/times.ts";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { QueryView } from "../../../shared/ui/query-view.tsx";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import { listEntriesOf } from "../api/facade-requests.ts";
import { facadeKeys } from "../api/facade-keys.ts";
import { facadeWords } from "../facade-words.ts";

const SHOWN = 5;

function Entry({ fact, today, onExpired }: { fact: Fact; today: string; onExpired: () => void }) {
  const locale = useLocale();
  const words = useWords(factsWords);
  const author = shortName(fact.author.fullName);
  const who = [
    ...(fact.crew ? [crewName(fact.crew)] : []),
    ...(fact.workers === null ? [] : [words.people(fact.workers)]),
    ...(fact.hours === null ? [] : [words.hours(formatQuantity(fact.hours, locale))]),
    `${doerName({ name: fact.author.fullName, behalf: fact.onBehalfOf?.fullName }, locale)}, ${clockOf(fact.createdAt)}`,
    fact.kind === "opening" ? words.opening : words.status[fact.status],
  ];
  const photos = fact.photos.map((photo) => ({
    ...photo,
    caption: `${author}, ${sayDay(fact.date, locale)}, ${clockOf(photo.takenAt ?? fact.createdAt)}`,
  }));
  return (
    <li className="stack" data-testid={`entry-${fact.id}`}>
      <Link to={`/objects/${fact.objectId}/fact?day=${fact.date}`} className="cell-entry">
        <span className="spread">
          <span className="cell-entry-day">{dayInWords(fact.date, today, locale)}</span>
          <b className="tabular">{withUnit(fact.quantity, fact.workType.unit, locale)}</b>
        </span>
        <span className="dim tabular">{who.join(" · ")}</span>
      </Link>
      <PhotoStrip
        title={`${shortWorkName(fact.workType.name)} · ${fact.facade} ${fact.floor}`}
        photos={photos}
        onExpired={onExpired}
        testId="cell-photo"
      />
    </li>
  );
}

/** `expected`: something is done in the cell. */
type Props = { objectId: number; cell: number; today: string; expected: boolean };

/** The newest entries of a cell with who made them and their photos; each leads to its day. */
export function CellEntries({ objectId, cell, today, expected }: Props) {
  const words = useWords(facadeWords);
  const query = useQuery({
    queryKey: facadeKeys.entriesOf(objectId, cell),
    queryFn: () => listEntriesOf(objectId, cell),
  });
  const none = <p className="muted">{words.noEntries}</p>;
  return (
    <section className="stack">
      <h3 className="cap">{words.entries}</h3>
      <QueryView query={query} loading={expected ? <Skeleton /> : none}>
        {({ items }) => {
          const standing = items.filter((fact) => !isGone(fact)).slice(0, SHOWN);
          if (standing.length === 0) return none;
          return (
            <ul className="stack">
              {standing.map((fact) => (
                <Entry key={fact.id} fact={fact} today={today} onExpired={() => void query.refetch()} />
              ))}
            </ul>
          );
        }}
      </QueryView>
    </section>
  );
}
