import type { ObjectCard, ObjectSettings } from "@stsphera/contracts";
import { GATE_MODES, MODULE_FACT_SOURCES } from "@stsphera/contracts/vocabulary";
import { useQuery } from "@tanstack/react-query";
import { formatQuantity } from "@stsphera/contracts/format";
import { TextField } from "../../../kit/form/text-field.tsx";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { QueryView } from "../../../shared/ui/query-view.tsx";
import { SaveBar } from "./save-bar.tsx";
import { getSettings, saveSettings, setupKeys } from "./setup-requests.ts";
import { setupWords } from "./setup-words.ts";
import { useChanges } from "./use-changes.ts";

const TIMES = ["shiftStart", "shiftEnd", "dayCutoff"] as const;

function Rules({ settings }: { settings: ObjectSettings }) {
  const words = useWords(setupWords);
  const locale = useLocale();
  const { objectId, shiftHours, ...stored } = settings;
  const changes = useChanges<Omit<typeof stored, "version">>({
    stored,
    save: (changed, version) => {
      const { version: _version, ...whole } = stored;
      return saveSettings(objectId, { ...whole, ...changed, version });
    },
    done: words.saved,
  });
  const { values, set } = changes;
  const options = <V extends string>(codes: readonly V[], texts: Readonly<Record<V, string>>) =>
    codes.map((value) => ({ value, text: texts[value] }));
  const say = (name: string, value: unknown) => {
    const label = words[name as (typeof TIMES)[number]];
    return words.became(
      typeof label === "string" ? label : name,
      value === null ? words.empty : String(value),
    );
  };
  return (
    <>
      <section className="section setup-fields">
        {TIMES.map((name) => (
          <div key={name}>
            <TextField
              name={name}
              label={words[name]}
              value={values[name]}
              type="time"
              onChange={(text) => set({ [name]: text })}
            />
            {name === "dayCutoff" && <p className="muted">{words.dayCutoffHint}</p>}
            {name === "shiftEnd" && (
              <p className="muted">{words.shiftHours(formatQuantity(shiftHours, locale))}</p>
            )}
          </div>
        ))}
        <TextField
          name="photosDueFrom"
          label={words.photosDueFrom}
          value={values.photosDueFrom ?? ""}
          type="date"
          onChange={(text) => set({ photosDueFrom: text === "" ? null : text })}
        />
        <TextField
          name="gateMode"
          label={words.gateMode}
          value={values.gateMode}
          options={options(GATE_MODES, words.gateModes)}
          onChange={(text) => set({ gateMode: text as ObjectSettings["gateMode"] })}
        />
        <TextField
          name="moduleFactSource"
          label={words.moduleFactSource}
          value={values.moduleFactSource}
          options={options(MODULE_FACT_SOURCES, words.moduleFactSources)}
          onChange={(text) => set({ moduleFactSource: text as ObjectSettings["moduleFactSource"] })}
        />
        {values.approvalLimit !== undefined && (
          <TextField
            name="approvalLimit"
            label={words.approvalLimit}
            value={values.approvalLimit}
            decimal
            max={20}
            onChange={(approvalLimit) => set({ approvalLimit })}
          />
        )}
      </section>
      <SaveBar
        changes={changes}
        say={say}
        enabled={TIMES.every((name) => values[name] !== "") && values.approvalLimit !== ""}
      />
    </>
  );
}

/** Hours of the shift, start of the day, photos, gates and the limit of an order. */
export function RulesPart({ card: { id } }: { card: ObjectCard }) {
  const query = useQuery({ queryKey: setupKeys.settings(id), queryFn: () => getSettings(id) });
  return <QueryView query={query}>{(settings) => <Rules settings={settings} />}</QueryView>;
}
