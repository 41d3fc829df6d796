import { useState } from "react";
import { useWords } from "../../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../../shared/ui/chip.tsx";
import { Sheet } from "../../../../shared/ui/sheet.tsx";
import { ZOOMS, type Zoom } from "../model/scale.ts";
import { scheduleWords } from "../schedule-words.ts";
import type { ScheduleView } from "../use-view.ts";
import "../../../../kit/list/search-field.css";

const ZOOM_NAMES = Object.keys(ZOOMS) as Zoom[];

type Props = {
  view: ScheduleView;
  inForce: boolean;
  onFoldAll: (folded: boolean) => void;
  onClose: () => void;
};

/** How a schedule is shown: what is looked for, the scale, links, the base, what is folded. */
export default function ViewSheet({ view, inForce, onFoldAll, onClose }: Props) {
  const words = useWords(scheduleWords);
  const [search, setSearch] = useState(view.search);
  // The rows lie under the sheet: what is looked for counts once it closes.
  const close = () => {
    onClose();
    if (search !== view.search) view.set({ q: search });
  };
  return (
    <Sheet title={words.settings} onClose={close} testId="view-sheet">
      <input
        type="search"
        className="search-field"
        value={search}
        placeholder={words.search}
        aria-label={words.search}
        maxLength={100}
        onChange={({ target }) => setSearch(target.value)}
        onKeyDown={({ key }) => key === "Enter" && close()}
        data-testid="search"
      />
      <h3 className="cap">{words.zoom}</h3>
      <Chips label={words.zoom}>
        {ZOOM_NAMES.map((zoom) => (
          <Chip
            key={zoom}
            pressed={view.zoom === zoom}
            onPress={() => view.set({ zoom: zoom === "week" ? "" : zoom, view: "chart" })}
            testId={`zoom-${zoom}`}
          >
            {words.zooms[zoom]}
          </Chip>
        ))}
      </Chips>
      <h3 className="cap">{words.links}</h3>
      <Chips label={words.links}>
        <Chip pressed={!view.allLinks} onPress={() => view.set({ links: "" })} testId="links-chosen">
          {words.linksOfChosen}
        </Chip>
        <Chip
          pressed={view.allLinks}
          onPress={() => view.set({ links: "all", view: "chart" })}
          testId="links-all"
        >
          {words.linksOfAll}
        </Chip>
      </Chips>
      {inForce && (
        <>
          <h3 className="cap">{words.base}</h3>
          <Chips label={words.base}>
            {(["on", "off"] as const).map((one) => (
              <Chip
                key={one}
                pressed={view.base === (one === "on")}
                onPress={() => view.set({ base: one === "on" ? "" : one })}
                testId={`base-${one}`}
              >
                {words.bases[one]}
              </Chip>
            ))}
          </Chips>
        </>
      )}
      <h3 className="cap">{words.folding}</h3>
      <Chips label={words.folding}>
        <Chip onPress={() => onFoldAll(true)} testId="fold-all">
          {words.foldAll}
        </Chip>
        <Chip onPress={() => onFoldAll(false)} testId="unfold-all">
          {words.unfoldAll}
        </Chip>
      </Chips>
    </Sheet>
  );
}
