import type { GprContent, GprRow } from "@stsphera/contracts";
import { DEPARTMENT_CAPTIONS } from "@stsphera/contracts/people/captions";
import { DEPARTMENTS } from "@stsphera/rbac";
import { TextField } from "../../../../kit/form/text-field.tsx";
import { useLocale, useWords } from "../../../../shared/i18n/locale.ts";
import type { RowFields } from "../model/row-draft.ts";
import { rowWords } from "../row-words.ts";
import { DaysField } from "./days-field.tsx";
import { useOwners } from "./use-owners.ts";
import { constraintCode } from "./use-row-captions.ts";

type Constraint = NonNullable<GprRow["constraint"]>;
type Code = ReturnType<typeof constraintCode>;

const CODES: readonly Code[] = [
  "not_earlier:start",
  "not_earlier:finish",
  "not_later:start",
  "not_later:finish",
  "on:start",
  "on:finish",
];
/** A row with rows under it spans them: only these hold for all of them. */
const OF_SUMMARIES: readonly Code[] = ["not_earlier:start", "not_later:finish"];

const constraintOf = (code: string, day: string): Constraint | null => {
  const known = CODES.find((one) => one === code);
  if (known === undefined) return null;
  const [kind, edge] = known.split(":") as [Constraint["kind"], Constraint["edge"]];
  return { kind, edge, day };
};

type Props = {
  content: GprContent;
  /** The row as it is with what was changed and not saved yet. */
  row: GprRow;
  summary: boolean;
  onChange: (fields: Partial<RowFields>) => void;
};

/** The fields of a row of a draft. */
export function RowForm({ content, row, summary, onChange }: Props) {
  const words = useWords(rowWords);
  const departments = DEPARTMENT_CAPTIONS[useLocale()];
  const owners = useOwners(content);
  const { constraint } = row;
  const codes = summary ? OF_SUMMARIES : CODES;
  const firstDay = row.start ?? content.startOn;
  return (
    <div className="stack">
      <TextField
        name="name"
        label={words.name}
        value={row.name}
        max={200}
        onChange={(name) => onChange({ name })}
      />
      {!summary && <DaysField value={row.duration} onChange={(duration) => onChange({ duration })} />}
      <TextField
        name="constraint"
        label={words.constraint}
        value={constraint === null ? "" : constraintCode(constraint)}
        options={[
          { value: "", text: words.constraints.none },
          ...codes.map((code) => ({ value: code, text: words.constraints[code] })),
        ]}
        onChange={(code) => onChange({ constraint: constraintOf(code, constraint?.day ?? firstDay) })}
      />
      {constraint !== null && (
        <TextField
          name="constraint-day"
          type="date"
          label={words.constraintDay}
          value={constraint.day}
          onChange={(day) => day !== "" && onChange({ constraint: { ...constraint, day } })}
        />
      )}
      <TextField
        name="department"
        label={words.department}
        value={row.department}
        options={DEPARTMENTS.map((value) => ({ value, text: departments[value] }))}
        onChange={(value) => {
          const department = DEPARTMENTS.find((one) => one === value);
          if (department !== undefined) onChange({ department });
        }}
      />
      {!summary && (
        <>
          <TextField
            name="owner"
            label={words.owner}
            value={row.ownerId === null ? "" : String(row.ownerId)}
            options={owners}
            onChange={(id) => onChange({ ownerId: id === "" ? null : Number(id) })}
          />
          <div className="pair-field">
            <TextField
              name="quantity"
              label={words.quantity}
              decimal
              value={row.quantity?.replace(".", ",") ?? ""}
              max={20}
              onChange={(text) => onChange({ quantity: text === "" ? null : text.replace(",", ".") })}
            />
            <TextField
              name="unit"
              label={words.unit}
              value={row.unit ?? ""}
              max={20}
              onChange={(text) => onChange({ unit: text === "" ? null : text })}
            />
          </div>
        </>
      )}
    </div>
  );
}
