import "./filter-select.css";

type Props<V extends string> = {
  label: string;
  options: readonly { readonly value: V; readonly text: string }[];
  chosen: V;
  onChoose: (value: V) => void;
  testId?: string;
};

/** One of a few filters in the room of a chip; the phone's own list opens. */
export function FilterSelect<V extends string>({ label, options, chosen, onChoose, testId }: Props<V>) {
  const find = (value: string) => options.find((option) => option.value === value)?.value;
  return (
    <select
      className="filter-select"
      aria-label={label}
      value={chosen}
      onChange={({ target }) => {
        const value = find(target.value);
        if (value !== undefined) onChoose(value);
      }}
      data-testid={testId}
    >
      {options.map(({ value, text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
}
