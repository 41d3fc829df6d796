import type { GprEdit, GprRow } from "@stsphera/contracts";
import { useWords } from "../../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../../shared/ui/chip.tsx";
import { rowWords } from "../row-words.ts";
import { scheduleWords } from "../schedule-words.ts";

const PLACES = ["up", "down", "out", "in"] as const;

type Props = {
  row: GprRow;
  /** Rows under it, which go with it. */
  under: number;
  busy: boolean;
  /** Sends an edit together with what is typed and not saved yet. */
  onEdit: (edit: GprEdit, then: "stay" | "close" | "open_new") => void;
};

/** Where a row stands: higher, lower, under another one; a row below it; away with it. */
export function PlaceActions({ row, under, busy, onEdit }: Props) {
  const words = useWords(rowWords);
  const board = useWords(scheduleWords);
  const seen = { key: row.key, version: row.version };
  return (
    <section className="section">
      <h3 className="cap">{words.place}</h3>
      <Chips label={words.place}>
        {PLACES.map((to) => (
          <Chip
            key={to}
            disabled={busy}
            onPress={() => onEdit({ do: "place", row: seen, to }, "stay")}
            testId={`place-${to}`}
          >
            {words.places[to]}
          </Chip>
        ))}
        <Chip
          disabled={busy}
          onPress={() =>
            onEdit(
              {
                do: "add",
                name: board.newRow,
                department: row.department,
                duration: 1,
                ...(row.ownerId === null ? {} : { ownerId: row.ownerId }),
                behind: row.key,
              },
              "open_new",
            )
          }
          testId="row-add-below"
        >
          {words.addBelow}
        </Chip>
        <Chip
          disabled={busy}
          onPress={() => onEdit({ do: "remove", rows: [seen] }, "close")}
          testId="row-remove"
        >
          {under === 0 ? words.remove : words.removeWith(under)}
        </Chip>
      </Chips>
    </section>
  );
}
