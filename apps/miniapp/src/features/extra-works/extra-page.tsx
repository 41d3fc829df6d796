import type { ExtraCard } from "@stsphera/contracts";
import {
  EXTRA_CAPTIONS,
  EXTRA_HISTORY,
  EXTRA_STAGE_CAPTIONS,
} from "@stsphera/contracts/extra-works/captions";
import { extraForms } from "@stsphera/contracts/extra-works/forms";
import { formatMoney, shortName, shortWorkName, withUnit } from "@stsphera/contracts/format";
import type { ExtraAction } from "@stsphera/contracts/vocabulary";
import { Line, Lines } from "../../kit/entity/lines.tsx";
import { ThingActions } from "../../kit/entity/thing-actions.tsx";
import { Timeline } from "../../kit/entity/timeline.tsx";
import { useThing } from "../../kit/entity/use-thing.ts";
import { PhotoStrip } from "../../kit/photos/photo-strip.tsx";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { QueryView } from "../../shared/ui/query-view.tsx";
import { extraRequest, getExtra } from "./api/extra-requests.ts";
import { ExtraState, useWay } from "./components/extra-row.tsx";
import { extraWords } from "./extra-words.ts";

function Facts({ extra }: { extra: ExtraCard }) {
  const words = useWords(extraWords);
  const locale = useLocale();
  const way = useWay();
  const { volume, price, document } = extra;
  return (
    <section className="section">
      <h2 className="task-title">{extra.title}</h2>
      <ExtraState status={extra.status} />
      <Lines>
        <Line label={words.object} to={`/objects/${extra.objectId}`}>
          {extra.objectName}
        </Line>
        <Line label={words.amount}>{withUnit(extra.quantity, extra.unit, locale)}</Line>
        <Line label={words.place}>{extra.place}</Line>
        <Line label={words.ordered}>{extra.orderedBy}</Line>
        <Line label={words.author}>{extra.author.fullName}</Line>
        <Line label={words.way} testId="extra-way">
          {way(extra)}
        </Line>
        {volume !== null && (
          <Line label={words.volume} to={`/objects/${extra.objectId}/revisions`} testId="extra-volume">
            {shortWorkName(volume.workType.name)} {volume.facade} {volume.floor}
          </Line>
        )}
        {document !== null && <Line label={words.document}>{document}</Line>}
        {price !== null && <Line label={words.price}>{formatMoney(price, locale)}</Line>}
      </Lines>
    </section>
  );
}

/** «подтверждено · акт № 4», and «письмо № 97» alone, which names its step. */
const stepWords = (stage: string, document: string): string =>
  document.toLocaleLowerCase().startsWith(stage) ? document : `${stage} · ${document}`;

function Story({ extra }: { extra: ExtraCard }) {
  const words = useWords(extraWords);
  const locale = useLocale();
  const moves = extra.moves.map(({ id, at, by, move, reason, undoneAt }) => ({
    key: `m${id}`,
    at,
    who: shortName(by.fullName),
    what: [EXTRA_HISTORY[locale][move], reason, undoneAt === null ? null : words.undone]
      .filter((part) => part !== null)
      .join(" · "),
    gone: undoneAt !== null,
  }));
  const steps = extra.steps.map(({ stage, document, by, at }) => ({
    key: `s${at}`,
    at,
    who: shortName(by.fullName),
    what: stepWords(EXTRA_STAGE_CAPTIONS[locale][stage], document),
  }));
  const first = {
    key: "first",
    at: extra.createdAt,
    who: shortName(extra.author.fullName),
    what: words.reported,
  };
  return (
    <section className="section">
      <h2 className="cap">{words.history}</h2>
      <Timeline happenings={[first, ...moves, ...steps]} />
    </section>
  );
}

/** Decided first of all. */
const FIRST: ReadonlySet<ExtraAction> = new Set(["accept"]);

function Actions({ extra }: { extra: ExtraCard }) {
  const options = (from: string) =>
    (from in extra.choices ? extra.choices[from as keyof ExtraCard["choices"]] : []).map(({ id, name }) => ({
      value: String(id),
      text: name,
    }));
  return (
    <ThingActions<ExtraAction, ExtraCard>
      feature="extra"
      thing={extra}
      href={`/extras/${extra.id}`}
      forms={extraForms}
      captions={EXTRA_CAPTIONS[useLocale()]}
      requestOf={(action, input) => extraRequest(extra, action, input)}
      first={FIRST}
      undo="undo"
      options={options}
    />
  );
}

/** One extra work: what and where, its way to the customer, the decision. */
export default function ExtraPage({ id }: { id: number }) {
  const words = useWords(extraWords);
  const query = useThing(queryKeys.extra(id), () => getExtra(id));
  return (
    <>
      <PageHeader title={words.one} />
      <QueryView query={query}>
        {(extra) => (
          <>
            <Facts extra={extra} />
            <PhotoStrip
              title={extra.title}
              photos={extra.files.map((file) => ({ ...file, caption: file.name }))}
              onExpired={() => void query.refetch()}
              testId="extra-photo"
            />
            <Story extra={extra} />
            <Actions extra={extra} />
          </>
        )}
      </QueryView>
    </>
  );
}
