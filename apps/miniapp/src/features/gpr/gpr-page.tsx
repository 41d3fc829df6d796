import type { GprCard } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import { asksNothing } from "@stsphera/contracts/forms";
import { GPR_CAPTIONS, GPR_HISTORY } from "@stsphera/contracts/gpr/captions";
import { gprForms, HASH_DIGITS } from "@stsphera/contracts/gpr/forms";
import { ROLE_CAPTIONS } from "@stsphera/contracts/people/captions";
import type { GprAction } from "@stsphera/contracts/vocabulary";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Timeline } from "../../kit/entity/timeline.tsx";
import { useActs } from "../../kit/entity/use-acts.ts";
import { FormSheet } from "../../kit/form/form-sheet.tsx";
import { QueuedAbout } from "../../kit/queued-here.tsx";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { serverNow } from "../../shared/api/server-clock.ts";
import { dayOf } from "../../shared/format/times.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../shared/ui/chip.tsx";
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

function Actions({ gpr }: { gpr: GprCard }) {
  const locale = useLocale();
  const [asked, setAsked] = useState<GprAction | null>(null);
  const options = useOptions(gpr);
  const caption = (action: GprAction) => GPR_CAPTIONS[locale][action];
  const href = `/gpr/${gpr.id}`;
  const acts = useActs<GprAction>({
    feature: "gpr",
    forms: gprForms,
    requestOf: (action, input) => gprRequest(gpr, action, input),
    about: { title: gpr.title, href, caption },
  });
  return (
    <section className="section">
      <QueuedAbout about={href} />
      <Chips>
        {gpr.can.actions.map((action) => (
          <Chip
            key={action}
            primary={action === "sign" || action === "send"}
            disabled={acts.busy}
            onPress={() => (asksNothing(gprForms[action]) ? void acts.now(action) : setAsked(action))}
            testId={`act-${action}`}
          >
            {caption(action)}
          </Chip>
        ))}
      </Chips>
      {asked !== null && (
        <FormSheet
          form={gprForms[asked]}
          card={gpr}
          scope={`gpr.${asked}`}
          draft={`gpr.${asked}.${gpr.id}`}
          title={caption(asked)}
          caption={gpr.title}
          send={caption(asked)}
          objectId={gpr.objectId}
          today={dayOf(serverNow())}
          options={options}
          onSend={async (input, key, sent) => {
            await acts.send(asked, input, key, sent);
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}

/** One version of the schedule: what it is, who has signed, its rows by department, what the reader may do. */
export default function GprPage({ id }: { id: number }) {
  const words = useWords(gprWords);
  const query = useQuery({ queryKey: queryKeys.gpr(id), queryFn: () => getGpr(id) });
  return (
    <>
      <PageHeader title={words.one} />
      <QueryView query={query}>
        {(gpr) => (
          <>
            <GprFacts gpr={gpr} />
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
