import { asksNothing, type Form } from "@stsphera/contracts/forms";
import { useState } from "react";
import { serverNow } from "../../shared/api/server-clock.ts";
import { dayOf } from "../../shared/format/times.ts";
import { Chip, Chips } from "../../shared/ui/chip.tsx";
import type { FormSurroundings } from "../form/field-props.ts";
import { FormSheet } from "../form/form-sheet.tsx";
import { QueuedAbout } from "../queued-here.tsx";
import { type ActRequest, useActs } from "./use-acts.ts";

type Thing<A extends string> = {
  readonly id: number;
  readonly objectId: number;
  readonly title: string;
  readonly can: { readonly actions: readonly A[] };
};

type Props<A extends string, C extends Thing<A>> = Partial<Pick<FormSurroundings, "people" | "options">> & {
  /** Of the forms, as captions name it: `defect`. */
  feature: string;
  thing: C;
  /** The page of the thing. */
  href: string;
  forms: Readonly<Record<A, Form<C>>>;
  captions: Readonly<Record<A, string>>;
  requestOf: (action: A, input: Readonly<Record<string, unknown>>) => ActRequest;
  /** Actions that stand out, as what the reader most likely came to do. */
  first: ReadonlySet<A>;
  /** Takes back the act that was just done, where its form says that it can be. */
  undo?: A;
  /** The object's own day, once it is known. */
  today?: string | undefined;
};

/** What may be done with a thing: an action that asks nothing is sent at once, another opens its sheet. */
export function ThingActions<A extends string, C extends Thing<A>>({
  feature,
  thing,
  href,
  forms,
  captions,
  requestOf,
  first,
  undo,
  today = dayOf(serverNow()),
  ...surroundings
}: Props<A, C>) {
  const [asked, setAsked] = useState<A | null>(null);
  const { id, objectId, title, can } = thing;
  const acts = useActs<A>({
    feature,
    forms,
    requestOf,
    ...(undo === undefined ? {} : { undo }),
    about: { title, href, caption: (action) => captions[action] },
  });
  return (
    <section className="section">
      <QueuedAbout about={href} />
      <Chips>
        {can.actions.map((action, index) => (
          <Chip
            key={action}
            primary={index === 0 && first.has(action)}
            disabled={acts.busy}
            onPress={() => (asksNothing(forms[action]) ? void acts.now(action) : setAsked(action))}
            testId={`act-${action}`}
          >
            {captions[action]}
          </Chip>
        ))}
      </Chips>
      {asked !== null && (
        <FormSheet
          {...surroundings}
          form={forms[asked]}
          card={thing}
          scope={`${feature}.${asked}`}
          draft={`${feature}.${asked}.${id}`}
          title={captions[asked]}
          caption={title}
          send={captions[asked]}
          objectId={objectId}
          today={today}
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
