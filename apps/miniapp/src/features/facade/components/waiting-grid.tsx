import { useWords } from "../../../shared/i18n/locale.ts";
import { facadeWords } from "../facade-words.ts";
import "./map-grid.css";

const ROWS = Array.from({ length: 12 }, (_, row) => row);
const COLUMNS = [0, 1, 2];

/** The grid stands before its numbers come. */
export function WaitingGrid() {
  const words = useWords(facadeWords);
  return (
    <div className="map-frame" role="status" aria-label={words.waiting}>
      <table className="map-grid" aria-hidden="true">
        <thead>
          <tr>
            <th />
            {COLUMNS.map((column) => (
              <th key={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th />
              {COLUMNS.map((column) => (
                <td key={column}>
                  <span className="map-cell" />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
