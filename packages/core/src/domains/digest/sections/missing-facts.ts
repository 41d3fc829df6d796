import { dayInWords, shortName } from "@stsphera/contracts/format";
import { can } from "@stsphera/rbac";
import { html } from "@stsphera/telegram";
import { type MissingPart, missingButtons, missingRows, readMissing } from "../../reminders/index.ts";
import { morningWords } from "../card/morning-words.ts";
import type { LedPart } from "../../shifts/index.ts";
import type { MorningReader, Section } from "../section.ts";

const SHOWN = 5;

type Part = MissingPart & Pick<LedPart, "behalf"> & { name: string };

/** The reader's part of the last shift, and those of whom they stand in for. */
async function readParts({ ctx, actor, objects }: MorningReader): Promise<Part[]> {
  const parts: Part[] = [];
  for (const { id: objectId, leads, works, lastWorkday } of objects) {
    if (!works || lastWorkday === null || !can(actor, "fact.enter", { objectId })) continue;
    for (const { foremanId, behalf } of leads) {
      const asked = { objectId, day: lastWorkday, foremanId, now: ctx.now };
      const part = await readMissing(ctx.db, asked);
      if (part !== null) parts.push({ ...part, behalf, name: behalf ?? actor.fullName });
    }
  }
  return parts;
}

/** Yesterday's lines without a fact, with the three answers to them. */
export const missingFacts: Section = async (reader) => {
  const parts = await readParts(reader);
  if (parts.length === 0) return null;
  return {
    blocks: ({ locale, today }) =>
      parts.map((part) => {
        const day = dayInWords(part.day, today, locale);
        const t = morningWords(locale);
        const title =
          reader.objects.length === 1
            ? t("missing", { day })
            : t("missing_of", { object: part.objectName, day });
        const { behalf } = part;
        const whose = behalf === null ? "" : t("on_behalf", { name: shortName(behalf) });
        return [html`<b>${title}${whose}</b>`, ...missingRows(part, locale, SHOWN)];
      }),
    buttons: ({ locale }) => {
      const [first] = parts;
      return missingButtons(
        parts.filter(({ objectId }) => objectId === first?.objectId),
        locale,
      );
    },
  };
};
