import type { FacadeMap } from "@stsphera/contracts";
import { FilterSelect } from "../../../kit/list/filter-select.tsx";
import { useWords } from "../../../shared/i18n/locale.ts";
import { facadeWords } from "../facade-words.ts";
import { SHOWS, type Show } from "../map/stage.ts";
import type { WorkChoices } from "../map/work-choices.ts";
import "./map-bar.css";

type Props = {
  choices: WorkChoices;
  show: Show;
  /** The facades to go between, when one of many is shown. */
  facades: FacadeMap["facades"];
  facadeId: number | null;
  legend: boolean;
  onLegend: () => void;
  onChange: (changes: Readonly<Record<string, string>>) => void;
};

/** Chooses the work and the figure, and the facade where they do not stand side by side. */
export function MapBar({ choices, show, facades, facadeId, legend, onLegend, onChange }: Props) {
  const words = useWords(facadeWords);
  return (
    <div className="map-bar" role="group" aria-label={words.bar}>
      {facades.length > 0 && (
        <FilterSelect
          label={words.facade}
          options={facades.map(({ id, name }) => ({ value: String(id), text: name }))}
          chosen={String(facadeId)}
          onChoose={(facade) => onChange({ facade })}
          testId="choose-facade"
        />
      )}
      <FilterSelect
        label={words.work}
        options={choices.options}
        chosen={choices.chosen}
        onChoose={(work) => onChange({ work })}
        testId="choose-work"
      />
      <FilterSelect
        label={words.show}
        options={SHOWS.map((value) => ({ value, text: words.shows[value] }))}
        chosen={show}
        onChoose={(value) => onChange({ show: value === "done" ? "" : value })}
        testId="choose-show"
      />
      <button type="button" aria-expanded={legend} onClick={onLegend} data-testid="legend-button">
        {words.legend}
      </button>
    </div>
  );
}
