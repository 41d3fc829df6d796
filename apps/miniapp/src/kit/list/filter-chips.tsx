import { Chip, Chips } from "../../shared/ui/chip.tsx";

type Props<V extends string> = {
  label: string;
  options: readonly { readonly value: V; readonly text: string }[];
  chosen: V;
  onChoose: (value: V) => void;
};

/** One of a few filters. */
export function FilterChips<V extends string>({ label, options, chosen, onChoose }: Props<V>) {
  return (
    <Chips label={label}>
      {options.map(({ value, text }) => (
        <Chip
          key={value}
          pressed={value === chosen}
          onPress={() => onChoose(value)}
          testId={`filter-${value}`}
        >
          {text}
        </Chip>
      ))}
    </Chips>
  );
}
