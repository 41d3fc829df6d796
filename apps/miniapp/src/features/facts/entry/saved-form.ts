import { fromMilli, toMilli } from "@stsphera/contracts/format";
import type { FactAnswer, FactForm, FactFormLine } from "@stsphera/contracts";

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

/** The form with a saved entry in it, until the server's own form arrives. */
export function withSaved(form: FactForm, answer: FactAnswer): FactForm {
  const put = (line: FactFormLine) => savedLine(line, answer);
  return { ...form, lines: form.lines.map(put), others: form.others.map(put) };
}
