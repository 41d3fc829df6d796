import { fromMilli, toMilli } from "@stsphera/contracts/format";
import type { FactAnswer, FactForm, FactFormLine, LineCount } from "@stsphera/contracts";

function savedLine(line: FactFormLine, { fact, floorVolume }: FactAnswer): FactFormLine {
  if (line.floorVolumeId !== floorVolume.id) return line;
  const before = toMilli(line.today?.quantity ?? "0");
  return {
    ...line,
    done: floorVolume.factQty,
    remaining: floorVolume.remaining,
    today: {
      quantity: fromMilli(before + toMilli(fact.quantity)),
      factId: fact.id,
      by: fact.author.fullName,
      at: fact.createdAt,
      photos: (line.today?.photos ?? 0) + fact.photos.length,
      version: fact.version,
    },
  };
}

/** The counts after an entry: a line counts once, and one of the others joins the lines. */
function savedCounts(
  { counts, lines, others, dayOff }: FactForm,
  { floorVolume }: FactAnswer,
): FactForm["counts"] {
  const isIt = (line: FactFormLine) => line.floorVolumeId === floorVolume.id;
  const counted = lines.find(isIt);
  const line = counted ?? others.find(isIt);
  if (line === undefined || line.today !== null) return counts;
  const total = counted === undefined && !dayOff ? 1 : 0;
  const plus = (count: LineCount) => ({ entered: count.entered + 1, total: count.total + total });
  const isMine = counts.mine !== null && line.whose !== "other";
  return { all: plus(counts.all), mine: isMine && counts.mine !== null ? plus(counts.mine) : counts.mine };
}

/** The form with a saved entry in it, until the server's own form arrives. */
export function withSaved(form: FactForm, answer: FactAnswer): FactForm {
  const put = (line: FactFormLine) => savedLine(line, answer);
  const counts = savedCounts(form, answer);
  return { ...form, counts, lines: form.lines.map(put), others: form.others.map(put) };
}
