import type { ObjectCard } from "@stsphera/contracts";
import { FACADE_TYPES } from "@stsphera/contracts/vocabulary";
import { useQuery } from "@tanstack/react-query";
import { FACADE_TYPE_CAPTIONS } from "@stsphera/contracts/objects/captions";
import { TextField } from "../../../kit/form/text-field.tsx";
import { WeekField } from "../../../kit/form/week-field.tsx";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { sayDay } from "../../../shared/format/say-day.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { SaveBar } from "./save-bar.tsx";
import { previewObject, updateObject } from "./setup-requests.ts";
import { setupWords } from "./setup-words.ts";
import { useChanges } from "./use-changes.ts";

const TEXTS = ["name", "code", "customer", "city", "address", "contractNo"] as const;
const DAYS = ["contractDate", "startDate", "deadline"] as const;
const LIMITS = { name: 200, code: 40, customer: 200, city: 100, address: 300, contractNo: 100 } as const;
/** What moves working days and the plan. */
const MOVING = new Set<string>([...DAYS, "workWeek", "followTransfers"]);

/** The fields of the passport; an empty one is null, as the server stores it. */
const passportOf = (card: ObjectCard) => ({
  name: card.name,
  code: card.code,
  customer: card.customer,
  city: card.city,
  address: card.address,
  contractNo: card.contractNo,
  ...(card.budget === undefined ? {} : { budget: card.budget }),
  contractDate: card.contractDate,
  startDate: card.startDate,
  deadline: card.deadline,
  facadeTypes: card.facadeTypes as readonly string[],
  timeZone: card.timeZone,
  workWeek: card.workWeek as readonly number[],
  followTransfers: card.followTransfers,
});
type Passport = ReturnType<typeof passportOf>;

/** What other dates or another week would change, before they are saved. */
function Preview({ id, changes }: { id: number; changes: Partial<Passport> }) {
  const words = useWords(setupWords);
  const body = Object.fromEntries(Object.entries(changes).filter(([name]) => MOVING.has(name)));
  const isMoving = Object.keys(body).length > 0;
  const { data, error } = useQuery({
    queryKey: ["object-preview", id, body],
    queryFn: () => previewObject(id, body),
    enabled: isMoving,
  });
  if (!isMoving) return null;
  const lines =
    data === undefined
      ? []
      : [
          data.after.workdays === null
            ? null
            : words.workdays(data.before.workdays ?? 0, data.after.workdays),
          data.after.left === null ? null : words.left(data.before.left ?? 0, data.after.left),
          data.cells > 0 ? words.cells(data.cells) : null,
          data.beyond > 0 ? words.beyond(data.beyond) : null,
          data.provisional ? words.provisional : null,
        ].filter((line) => line !== null);
  return (
    <div className="card stack" aria-live="polite" data-testid="preview">
      <b>{words.preview}</b>
      {error !== null && <span className="form-refusal">{errorSentence(error)}</span>}
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}

/** Name, customer, address, contract, dates and the working week of an object. */
export function PassportPart({ card }: { card: ObjectCard }) {
  const words = useWords(setupWords);
  const locale = useLocale();
  const changes = useChanges<Passport>({
    stored: { ...passportOf(card), version: card.version },
    save: (changed, version) => updateObject(card.id, { ...changed, version }),
    done: words.saved,
  });
  const { values, changed, set } = changes;
  const say = (name: string, value: unknown) => {
    const label = words[name as keyof Passport & keyof typeof words];
    const isDay = (DAYS as readonly string[]).includes(name);
    const text =
      value === null || value === "" ? words.empty : isDay ? sayDay(String(value), locale) : String(value);
    return words.became(typeof label === "string" ? label : name, text);
  };
  const types = values.facadeTypes;
  const toggleType = (type: string) => {
    const next = types.includes(type) ? types.filter((one) => one !== type) : [...types, type];
    if (next.length > 0) set({ facadeTypes: next });
  };
  return (
    <>
      <section className="section setup-fields">
        {TEXTS.map((name) => (
          <TextField
            key={name}
            name={name}
            label={words[name]}
            value={values[name] ?? ""}
            max={LIMITS[name]}
            onChange={(text) => set({ [name]: name === "contractNo" && text === "" ? null : text })}
          />
        ))}
        {values.budget !== undefined && (
          <TextField
            name="budget"
            label={words.budget}
            value={values.budget ?? ""}
            max={20}
            decimal
            onChange={(text) => set({ budget: text === "" ? null : text })}
          />
        )}
        {DAYS.map((name) => (
          <TextField
            key={name}
            name={name}
            label={words[name]}
            value={values[name] ?? ""}
            type="date"
            onChange={(text) => set({ [name]: text === "" ? null : text })}
          />
        ))}
        <WeekField workWeek={values.workWeek} followTransfers={values.followTransfers} onChange={set} />
        <Preview id={card.id} changes={changed} />
        <div className="form-field">
          <span className="form-label">{words.facadeTypes}</span>
          <Chips label={words.facadeTypes}>
            {FACADE_TYPES.map((type) => (
              <Chip
                key={type}
                pressed={types.includes(type)}
                onPress={() => toggleType(type)}
                testId={`type-${type}`}
              >
                {FACADE_TYPE_CAPTIONS[locale][type]}
              </Chip>
            ))}
          </Chips>
        </div>
      </section>
      <SaveBar changes={changes} say={say} enabled={values.name.trim() !== ""} />
    </>
  );
}
