import type { DefectCard, DefectPhoto } from "@stsphera/contracts";
import {
  DEFECT_CAPTIONS,
  DEFECT_HISTORY,
  defectCode,
  defectPlace,
} from "@stsphera/contracts/defects/captions";
import { defectForms } from "@stsphera/contracts/defects/forms";
import { shortName, shortWorkName } from "@stsphera/contracts/format";
import type { DefectAction } from "@stsphera/contracts/vocabulary";
import { useQuery } from "@tanstack/react-query";
import { Line, Lines } from "../../kit/entity/lines.tsx";
import { ThingActions } from "../../kit/entity/thing-actions.tsx";
import { Timeline } from "../../kit/entity/timeline.tsx";
import { useThing } from "../../kit/entity/use-thing.ts";
import { useChoosable } from "../../kit/people/use-choosable.ts";
import { PhotoStrip } from "../../kit/photos/photo-strip.tsx";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { getObject } from "../../shared/requests/get-object.ts";
import { Chips } from "../../shared/ui/chip.tsx";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { QueryView } from "../../shared/ui/query-view.tsx";
import { defectRequest, getDefect } from "./api/defect-requests.ts";
import { DefectState, Severity, useTerm } from "./components/defect-row.tsx";
import { defectWords } from "./defect-words.ts";

/** What the reader most likely came to do. */
const FIRST: ReadonlySet<DefectAction> = new Set(["assign", "start", "fix", "verify", "uphold"]);

function Facts({ defect }: { defect: DefectCard }) {
  const words = useWords(defectWords);
  const locale = useLocale();
  const term = useTerm()(defect);
  const { objectId, responsible, reporter, workType, crew, origin, can } = defect;
  return (
    <section className="section">
      <h2 className="task-title">{defect.title}</h2>
      <Chips label={words.state}>
        <DefectState status={defect.status} />
        <Severity severity={defect.severity} />
      </Chips>
      <Lines>
        <Line label={words.object} to={`/objects/${objectId}`}>
          {defect.objectName}
        </Line>
        <Line
          label={words.place}
          to={`/objects/${objectId}/facade?work=all&facade=${defect.facadeId}${defect.floorId === null ? "" : `&floor=${defect.floorId}`}`}
          testId="defect-place"
        >
          {defectPlace(defect, locale)}
        </Line>
        {workType !== null && <Line label={words.work}>{shortWorkName(workType.name)}</Line>}
        {crew !== null && <Line label={words.crew}>{shortName(crew)}</Line>}
        {origin === "factory" && <Line label={words.origin}>{words.origins[origin]}</Line>}
        {(responsible !== null || can.actions.includes("assign")) && (
          <Line label={words.responsible} testId="defect-responsible">
            {responsible === null ? words.nobody : responsible.fullName}
          </Line>
        )}
        {term !== null && <Line label={words.due}>{term}</Line>}
        {reporter !== null && <Line label={words.reporter}>{reporter.fullName}</Line>}
      </Lines>
    </section>
  );
}

type Photos = { title: string; photos: readonly DefectPhoto[]; onExpired: () => void; testId: string };

function Shots({ title, photos, onExpired, testId }: Photos) {
  return (
    <div className="stack">
      <h2 className="cap">{title}</h2>
      <PhotoStrip
        title={title}
        photos={photos.map((photo) => ({ ...photo, caption: photo.name }))}
        onExpired={onExpired}
        testId={testId}
      />
    </div>
  );
}

function Story({ defect }: { defect: DefectCard }) {
  const words = useWords(defectWords);
  const locale = useLocale();
  const { reporter } = defect;
  if (reporter === null) return null;
  const moves = defect.moves.map(({ id, at, by, move, reason, undoneAt }) => ({
    key: `m${id}`,
    at,
    who: shortName(by.fullName),
    what: [DEFECT_HISTORY[locale][move], reason, undoneAt === null ? null : words.undone]
      .filter((part) => part !== null)
      .join(" · "),
    gone: undoneAt !== null,
  }));
  const first = {
    key: "first",
    at: defect.createdAt,
    who: shortName(reporter.fullName),
    what: words.reported,
  };
  return (
    <section className="section">
      <h2 className="cap">{words.history}</h2>
      <Timeline happenings={[first, ...moves]} />
    </section>
  );
}

function Actions({ defect }: { defect: DefectCard }) {
  const { objectId } = defect;
  const choosable = useChoosable();
  const object = useQuery({ queryKey: queryKeys.object(objectId), queryFn: () => getObject(objectId) }).data;
  return (
    <ThingActions<DefectAction, DefectCard>
      feature="defect"
      thing={defect}
      href={`/defects/${defect.id}`}
      forms={defectForms}
      captions={DEFECT_CAPTIONS[useLocale()]}
      requestOf={(action, input) => defectRequest(defect, action, input)}
      first={FIRST}
      undo="undo"
      today={object?.today}
      people={(field) => choosable(object, { ...field, but: defect.responsible?.id })}
    />
  );
}

/** One defect: what and where, photos before and after, who fixes it, its history. */
export default function DefectPage({ id }: { id: number }) {
  const words = useWords(defectWords);
  const locale = useLocale();
  const query = useThing(queryKeys.defect(id), () => getDefect(id));
  const reload = () => void query.refetch();
  return (
    <>
      <PageHeader
        title={query.data === undefined ? words.one : `${words.one} ${defectCode(query.data, locale)}`}
      />
      <QueryView query={query}>
        {(defect) => (
          <>
            <Facts defect={defect} />
            <section className="section two-columns">
              <Shots title={words.before} photos={defect.before} onExpired={reload} testId="photo-before" />
              {defect.after.length > 0 && (
                <Shots title={words.after} photos={defect.after} onExpired={reload} testId="photo-after" />
              )}
            </section>
            <Story defect={defect} />
            <Actions defect={defect} />
          </>
        )}
      </QueryView>
    </>
  );
}
