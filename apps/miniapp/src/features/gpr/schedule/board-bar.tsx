import type { GprContent } from "@stsphera/contracts";
import { DEPARTMENT_CAPTIONS } from "@stsphera/contracts/people/captions";
import type { Department } from "@stsphera/rbac";
import { lazy, Suspense, useState } from "react";
import { FilterSelect } from "../../../kit/list/filter-select.tsx";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";
import { Link } from "../../../shared/ui/link.tsx";
import { VIEWS } from "./board/layout.ts";
import { scheduleWords } from "./schedule-words.ts";
import { type ScheduleView, SHOWS } from "./use-view.ts";
import { stateCaption } from "../../../shared/i18n/state-caption.ts";

const ViewSheet = lazy(() => import("./sheets/view-sheet.tsx"));

type Props = {
  gpr: Pick<GprContent, "id" | "number" | "status" | "objectId">;
  /** How many of its signers have signed; of none nothing is said. */
  signed: number;
  signers: number;
  view: ScheduleView;
  counts: Readonly<Record<(typeof SHOWS)[number], number>>;
  departments: ReadonlySet<Department>;
  /** Of the version in force: what is late, its base, and who holds its finish. */
  inForce: boolean;
  onHolding: () => void;
  onFoldAll: (folded: boolean) => void;
};

/** What is shown of a schedule and how. */
export function BoardBar({
  gpr,
  signed,
  signers,
  view,
  counts,
  departments,
  inForce,
  onHolding,
  onFoldAll,
}: Props) {
  const words = useWords(scheduleWords);
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const captions = DEPARTMENT_CAPTIONS[locale];
  const present = (Object.keys(captions) as Department[]).filter((one) => departments.has(one));
  return (
    <div className="board-bar">
      <div className="board-head-line">
        <Link to={`/objects/${gpr.objectId}/gpr`} className="board-version" testId="gpr-version">
          {words.version(gpr.number, stateCaption("gpr", gpr.status, locale))} ▾
        </Link>
        {signers > 0 && (
          <Link to={`/gpr/${gpr.id}`} className="board-version" testId="gpr-card">
            {words.signatures(signed, signers)}
          </Link>
        )}
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
            ...present.map((one) => ({ value: one, text: captions[one] })),
          ]}
          chosen={present.find((one) => one === view.department) ?? ""}
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
      </div>
      {open && (
        <Suspense>
          <ViewSheet view={view} inForce={inForce} onFoldAll={onFoldAll} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
