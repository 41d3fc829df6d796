import type { Approval } from "@stsphera/contracts";
import { asksNothing } from "@stsphera/contracts/forms";
import { pastDay, shortName } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { WAITING_ROWS, whatWaits } from "@stsphera/contracts/waiting/captions";
import { lazy, Suspense, useState } from "react";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import { useActs } from "../../../kit/entity/use-acts.ts";
import { Link } from "../../../shared/ui/link.tsx";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { sayDay } from "../../../shared/format/say-day.ts";
import { dayOf } from "../../../shared/format/times.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { Mark } from "../../../shared/ui/mark.tsx";
import { DECIDING, FACTS, pathOf } from "../deciding.ts";
import { waitingWords } from "../waiting-words.ts";
import { WaitingDay } from "./waiting-day.tsx";

function sinceWhen(day: string, words: (typeof waitingWords)["ru"], locale: Locale): string {
  const today = dayOf(serverNow());
  if (day === today) return words.sinceToday;
  return pastDay(day, today, locale, "since");
}

/** Behind a press, and for administrators alone. */
const RoleSheet = lazy(async () => ({
  default: (await import("../../../kit/roles/role-sheet.tsx")).RoleSheet,
}));

function useWhat() {
  const words = useWords(WAITING_ROWS);
  const locale = useLocale();
  return ({ kind, due, entries, toDay }: Approval): string => {
    const day = toDay ?? due;
    return whatWaits(words[kind], { day: day === null ? "" : sayDay(day, locale), count: entries ?? 0 });
  };
}

function Summary({ item }: { item: Approval }) {
  const words = useWords(waitingWords);
  const locale = useLocale();
  const what = useWhat();
  const { title, kind, who, objectName, since, overdue, behalf } = item;
  const facts = [
    ...(who === null || kind === "person" ? [] : [shortName(who.fullName)]),
    ...(objectName === null || kind === "fact_days" ? [] : [objectName]),
    sinceWhen(dayOf(since), words, locale),
    ...(behalf === null ? [] : [words.behalf(shortName(behalf.fullName))]),
  ];
  return (
    <>
      <span className="spread">
        <b className="task-row-title">{title}</b>
        {overdue && !FACTS.has(kind) && <Mark tone="red">{words.overdue}</Mark>}
      </span>
      <Mark tone="violet">{what(item)}</Mark>
      <span className="muted">{facts.join(" · ")}</span>
      {item.text !== null && <span className="muted waiting-text">{item.text}</span>}
    </>
  );
}

/** What waits, with the decisions that can be made in the row; the row itself opens its thing. */
export function WaitingRow({ item }: { item: Approval }) {
  const locale = useLocale();
  const [asked, setAsked] = useState<string | null>(null);
  const deciding = DECIDING[item.kind];
  const acts = useActs<string>({
    feature: deciding?.feature ?? "",
    forms: { ...deciding?.forms, undo: {} },
    requestOf: (action, input) =>
      action === "undo"
        ? { method: "POST", path: deciding?.undo?.path(item) ?? "", body: {} }
        : {
            method: "POST",
            path: deciding?.path(item) ?? "",
            body: { move: action, version: item.version, ...input },
          },
    ...(deciding?.undo === undefined ? {} : { undo: "undo" }),
    about: {
      title: item.title,
      href: "/waiting",
      caption: (action) => deciding?.caption(action, locale) ?? action,
    },
  });
  const path = pathOf(item);
  const actions = deciding === null ? [] : item.actions.map(({ key }) => key).filter((key) => key !== "open");
  const press = (action: string) =>
    asksNothing(deciding?.forms[action] ?? {}) ? void acts.now(action) : setAsked(action);
  const caption = (action: string) => deciding?.caption(action, locale) ?? action;
  const form = asked === null ? undefined : deciding?.forms[asked];
  // A list that was kept by an older version of the app says nothing of it.
  const { objectId, due, day = null } = item;
  return (
    <div className="card stack" data-testid={`waiting-${item.kind}-${item.id}`}>
      {path === null ? (
        <Summary item={item} />
      ) : (
        <Link to={path} className="stack">
          <Summary item={item} />
        </Link>
      )}
      {day !== null && objectId !== null && due !== null && (
        <WaitingDay objectId={objectId} date={due} day={day} />
      )}
      {actions.length > 0 && (
        <Chips>
          {actions.map((action, index) => (
            <Chip
              key={action}
              primary={index === 0}
              disabled={acts.busy}
              onPress={() => press(action)}
              testId={`decide-${action}-${item.id}`}
            >
              {caption(action)}
            </Chip>
          ))}
        </Chips>
      )}
      {item.kind === "person" && asked === "approve" && (
        <Suspense>
          <RoleSheet
            title={caption(asked)}
            person={item.title}
            onChoose={async (role, key) => {
              await acts.send(asked, { role }, key);
              setAsked(null);
            }}
            onClose={() => setAsked(null)}
          />
        </Suspense>
      )}
      {asked !== null && form !== undefined && !(item.kind === "person" && asked === "approve") && (
        <FormSheet
          form={form}
          card={{} as never}
          scope={`${deciding?.feature}.${asked}`}
          draft={`${item.kind}.${asked}.${item.id}`}
          title={caption(asked)}
          caption={item.title}
          send={caption(asked)}
          objectId={item.objectId ?? 0}
          today={dayOf(serverNow())}
          onSend={async (input, key, sent) => {
            await acts.send(asked, input, key, sent);
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  );
}
