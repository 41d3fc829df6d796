import type { GprCard } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import { GPR_CAPTIONS, GPR_HISTORY } from "@stsphera/contracts/gpr/captions";
import { gprForms, HASH_DIGITS } from "@stsphera/contracts/gpr/forms";
import { workersOf } from "@stsphera/contracts/objects/workers";
import { ROLE_CAPTIONS } from "@stsphera/contracts/people/captions";
import type { GprAction } from "@stsphera/contracts/vocabulary";
import { useQuery } from "@tanstack/react-query";
import { ThingActions } from "../../kit/entity/thing-actions.tsx";
import { Timeline } from "../../kit/entity/timeline.tsx";
import { useThing } from "../../kit/entity/use-thing.ts";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { getObject } from "../../shared/requests/get-object.ts";
import { Link } from "../../shared/ui/link.tsx";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { QueryView } from "../../shared/ui/query-view.tsx";
import { getGpr, gprRequest } from "./api/gpr-requests.ts";
import { GprDepartments } from "./components/gpr-departments.tsx";
import { GprFacts, GprSignatures } from "./components/gpr-facts.tsx";
import { gprWords } from "./gpr-words.ts";

function Story({ gpr }: { gpr: GprCard }) {
  const words = useWords(gprWords);
  const locale = useLocale();
  if (gpr.moves.length === 0) return null;
  return (
    <section className="section">
      <h2 className="cap">{words.history}</h2>
      <Timeline
        happenings={gpr.moves.map(({ id, at, by, move, reason }) => ({
          key: `m${id}`,
          at,
          who: shortName(by.fullName),
          what: [GPR_HISTORY[locale][move], reason].filter((part) => part !== null).join(" · "),
        }))}
      />
    </section>
  );
}

/** The values of the questions: what is signed, and the signatures that are missing. */
function useOptions({ hash, signatures }: GprCard) {
  const words = useWords(gprWords);
  const locale = useLocale();
  return (from: string) => {
    if (from === "hash")
      return hash === null ? [] : [{ value: hash.slice(0, HASH_DIGITS), text: words.sign }];
    return signatures
      .filter(({ signedAt }) => signedAt === null)
      .map(({ role, signer }) => ({
        value: role,
        text: `${ROLE_CAPTIONS[locale][role]} · ${shortName(signer.fullName)}`,
      }));
  };
}

/** What a signer or the manager most likely came to do. */
const FIRST: ReadonlySet<GprAction> = new Set(["sign", "send"]);

function Actions({ gpr }: { gpr: GprCard }) {
  const { objectId } = gpr;
  const captions = ROLE_CAPTIONS[useLocale()];
  const object = useQuery({ queryKey: queryKeys.object(objectId), queryFn: () => getObject(objectId) }).data;
  return (
    <ThingActions<GprAction, GprCard>
      feature="gpr"
      thing={gpr}
      href={`/gpr/${gpr.id}`}
      forms={gprForms}
      captions={GPR_CAPTIONS[useLocale()]}
      requestOf={(action, input) => gprRequest(gpr, action, input)}
      first={FIRST}
      options={useOptions(gpr)}
      people={({ permission }) =>
        (object === undefined ? [] : workersOf(object, permission)).map((one) => ({
          id: one.id,
          fullName: one.fullName,
          note: one.roles.map((role) => captions[role]).join(" · "),
        }))
      }
    />
  );
}

/** One version of the schedule: what it is, who has signed, its rows by department, what the reader may do. */
export default function GprPage({ id }: { id: number }) {
  const words = useWords(gprWords);
  const query = useThing(queryKeys.gpr(id), () => getGpr(id));
  return (
    <>
      <PageHeader title={words.one} />
      <QueryView query={query}>
        {(gpr) => (
          <>
            <GprFacts gpr={gpr} />
            <div className="section">
              <div className="chips">
                <Link to={`/gpr/${gpr.id}/schedule`} className="chip" testId="gpr-schedule">
                  {words.rowsAndChart}
                </Link>
                {gpr.number > 1 && (
                  <Link to={`/gpr/${gpr.id}/diff`} className="chip" testId="gpr-diff">
                    {words.whatChanged}
                  </Link>
                )}
              </div>
            </div>
            <GprSignatures gpr={gpr} />
            <GprDepartments gpr={gpr} />
            <Story gpr={gpr} />
            <Actions gpr={gpr} />
          </>
        )}
      </QueryView>
    </>
  );
}
