import { FACADE_TYPES } from "@stsphera/contracts/vocabulary";
import { useQuery } from "@tanstack/react-query";
import { FACADE_TYPE_CAPTIONS } from "@stsphera/contracts/objects/captions";
import { TextField } from "../../../kit/form/text-field.tsx";
import { WeekField } from "../../../kit/form/week-field.tsx";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { countWorkdays } from "../api/draft-requests.ts";
import { isMoney, type TextField as Name, type TypedDraft } from "./typed-draft.ts";
import { wizardWords } from "./wizard-words.ts";

type Props = {
  object: TypedDraft["object"];
  onChange: (part: Partial<TypedDraft["object"]>) => void;
};

/** How many working days lie between the start and the deadline. */
function Between({
  object: { startDate, contractDate, deadline, workWeek, followTransfers },
}: Pick<Props, "object">) {
  const words = useWords(wizardWords);
  const from = startDate || contractDate;
  const body = { from, to: deadline, workWeek, followTransfers };
  const isOrdered = from !== "" && deadline !== "" && from <= deadline;
  const { data } = useQuery({
    queryKey: ["workdays", body],
    queryFn: () => countWorkdays(body),
    enabled: isOrdered,
  });
  if (from !== "" && deadline !== "" && !isOrdered) {
    return (
      <p className="form-refusal" role="alert">
        {words.datesOrder}
      </p>
    );
  }
  if (!isOrdered || data === undefined) return null;
  return (
    <p className="muted" data-testid="workdays-between">
      {words.between(data.workdays)}
      {data.provisional && `, ${words.provisional}`}
    </p>
  );
}

/** Step 1: what the contract says. */
export function StepContract({ object, onChange }: Props) {
  const words = useWords(wizardWords);
  const locale = useLocale();
  const text = (name: Name, label: string, more: { max?: number; hint?: string; decimal?: boolean } = {}) => (
    <TextField
      name={name}
      label={label}
      value={object[name]}
      {...more}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  const date = (name: "contractDate" | "startDate" | "deadline", label: string) => (
    <TextField
      name={name}
      label={label}
      value={object[name]}
      type="date"
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  const toggleType = (type: string) =>
    onChange({
      facadeTypes: object.facadeTypes.includes(type)
        ? object.facadeTypes.filter((one) => one !== type)
        : [...object.facadeTypes, type],
    });
  return (
    <section className="section wizard-fields">
      {text("name", words.name, { max: 200, hint: words.nameHint })}
      {text("customer", words.customer, { max: 200 })}
      {text("city", words.city, { max: 100 })}
      {text("address", words.address, { max: 300 })}
      {text("contractNo", words.contractNo, { max: 100 })}
      <div>
        {text("budget", words.budget, { max: 20, decimal: true })}
        {object.budget !== "" && !isMoney(object.budget) && (
          <p className="form-refusal" role="alert">
            {words.budgetWrong}
          </p>
        )}
      </div>
      {date("contractDate", words.contractDate)}
      {date("startDate", words.startDate)}
      <div>
        {date("deadline", words.deadline)}
        <Between object={object} />
      </div>
      <div className="form-field">
        <span className="form-label">{words.facadeTypes}</span>
        <Chips label={words.facadeTypes}>
          {FACADE_TYPES.map((type) => (
            <Chip
              key={type}
              pressed={object.facadeTypes.includes(type)}
              onPress={() => toggleType(type)}
              testId={`type-${type}`}
            >
              {FACADE_TYPE_CAPTIONS[locale][type]}
            </Chip>
          ))}
        </Chips>
      </div>
      <WeekField
        workWeek={object.workWeek}
        followTransfers={object.followTransfers}
        onChange={(change) => onChange(change)}
      />
      <TextField
        name="timeZone"
        label={words.timeZone}
        value={object.timeZone}
        options={TIME_ZONES}
        onChange={(timeZone) => onChange({ timeZone })}
      />
    </section>
  );
}

/** Time zones of Russia. */
const TIME_ZONES = [
  "Europe/Kaliningrad",
  "Europe/Moscow",
  "Europe/Samara",
  "Asia/Yekaterinburg",
  "Asia/Omsk",
  "Asia/Novosibirsk",
  "Asia/Krasnoyarsk",
  "Asia/Irkutsk",
  "Asia/Yakutsk",
  "Asia/Vladivostok",
  "Asia/Magadan",
  "Asia/Kamchatka",
];
