import "./form.css";

type Props = {
  name: string;
  label: string;
  value: string;
  type?: "text" | "date" | "time";
  max?: number;
  hint?: string;
  /** A keypad of numbers. */
  decimal?: boolean;
  /** One of these instead of typing; a value that is not among them stays choosable. */
  options?: readonly (string | { readonly value: string; readonly text: string })[];
  disabled?: boolean;
  onChange: (value: string) => void;
};

/** One labelled value of a page that saves by itself or as a whole. */
export function TextField({ name, label, value, options, ...rest }: Props) {
  const { type = "text", max, hint, decimal = false, disabled = false, onChange } = rest;
  const common = {
    className: "form-input",
    value,
    disabled,
    "data-testid": `field-${name}`,
  };
  const listed = options?.map((option) =>
    typeof option === "string" ? { value: option, text: option } : option,
  );
  return (
    <label className="form-field">
      <span className="form-label">{label}</span>
      {listed === undefined ? (
        <input
          {...common}
          type={type}
          maxLength={max}
          placeholder={hint}
          inputMode={decimal ? "decimal" : undefined}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <select {...common} onChange={({ target }) => onChange(target.value)}>
          {!listed.some((option) => option.value === value) && <option value={value}>{value}</option>}
          {listed.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </label>
  );
}
