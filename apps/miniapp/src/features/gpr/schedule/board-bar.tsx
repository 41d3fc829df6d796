import type { GprCard } from "@stsphera/contracts";
import { DEPARTMENT_CAPTIONS } from "@stsphera/contracts/people/captions";
import { stateCaption } from "@stsphera/contracts/states";
import { DEPARTMENTS, type Department } from "@stsphera/rbac";
import { useState } from "react";
import { FilterSelect } from "../../../kit/list/filter-select.tsx";
import { SearchField } from "../../../kit/list/search-field.tsx";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { Link } from "../../../shared/ui/link.tsx";
import { Sheet } from "../../../shared/ui/sheet.tsx";
import { VIEWS } from "./board/layout.ts";
import { ZOOMS, type Zoom } from "./model/scale.ts";
import { scheduleWords } from "./schedule-words.ts";
import { type ScheduleView, SHOWS } from "./use-view.ts";

type Props = {
  gpr: Pick<GprCard, "number" | "status" | "objectId"> | undefined;
  view: ScheduleView;
  counts: Readonly<Record<(typeof SHOWS)[number], number>>;
  departments: ReadonlySet<Department>;
  /** Of the version in force: what is late, its base, and who holds its finish. */
  inForce: boolean;
  onHolding: () => void;
  onFoldAll: (folded: boolean) => void;
};

const ZOOM_NAMES = Object.keys(ZOOMS) as Zoom[];

/** What is shown of a schedule and how. */
export function BoardBar({ gpr, view, counts, departments, inForce, onHolding, onFoldAll }: Props) {
  const words = useWords(scheduleWords);
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const captions = DEPARTMENT_CAPTIONS[locale];
  return (
    <div className="board-bar">
      {gpr !== undefined && (
        <Link to={`/objects/${gpr.objectId}/gpr`} className="board-version" testId="gpr-version">
          {words.version(gpr.number, stateCaption("gpr", gpr.status, locale))} ▾
        </Link>
      )}
      <div className="board-line">
        <Chips label={words.show}>
          {SHOWS.filter((show) => show !== "late" || inForce).map((show) => (
            <Chip
              key={show}
              pressed={view.show === show}
              onPress={() => view.set({ show: show === "all" ? "" : show })}
              testId={`show-${show}`}
            >
              {words.shows[show](counts[show])}
            </Chip>
          ))}
          {inForce && (
            <Chip onPress={onHolding} testId="gpr-holding">
              {words.holding}
            </Chip>
          )}
        </Chips>
      </div>
      <div className="board-line">
        <FilterSelect<Department | "">
          label={words.folding}
          options={[
            { value: "", text: words.everyDepartment },
            ...DEPARTMENTS.filter((one) => departments.has(one)).map((one) => ({
              value: one,
              text: captions[one],
            })),
          ]}
          chosen={view.department}
          onChoose={(department) => view.set({ department })}
          testId="department"
        />
        <Chips label={words.view}>
          {VIEWS.map((one) => (
            <Chip
              key={one}
              pressed={view.view === one}
              onPress={() => view.set({ view: one === "list" ? "" : one })}
              testId={`view-${one}`}
            >
              {words.views[one]}
            </Chip>
          ))}
        </Chips>
        <button
          type="button"
          className="chip"
          aria-label={words.settings}
          onClick={() => setOpen(true)}
          data-testid="view-settings"
        >
          ⚙
        </button>
      </div>
      {open && (
        <Sheet title={words.settings} onClose={() => setOpen(false)} testId="view-sheet">
          <SearchField value={view.search} label={words.search} onChange={(q) => view.set({ q })} />
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
      )}
    </div>
  );
}
