import { dayInWords } from "@stsphera/contracts/format";
import { can } from "@stsphera/rbac";
import { html } from "@stsphera/telegram";
import { type MissingPart, missingButtons, missingRows, readMissing } from "../../reminders/index.ts";
import { morningWords } from "../card/morning-words.ts";
import type { MorningReader, Section } from "../section.ts";

const SHOWN = 5;

/** The reader's part of the last shift, and those of whom they stand in for. */
async function readParts({ ctx, actor, objects }: MorningReader): Promise<MissingPart[]> {
  const parts: MissingPart[] = [];
  for (const { id: objectId, leads, works, lastWorkday, hasForemen } of objects) {
    if (!leads || !works || lastWorkday === null || !can(actor, "fact.enter", { objectId })) continue;
    const principals = (actor.deputyFor ?? [])
      .filter(({ objectRoles }) => objectRoles[objectId] !== undefined)
      .map(({ principalId }) => principalId);
    for (const foremanId of hasForemen ? [actor.id, ...principals] : [null]) {
      const asked = { objectId, day: lastWorkday, foremanId, now: ctx.now };
      const part = await readMissing(ctx.db, asked);
      if (part !== null) parts.push(part);
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
        return [html`<b>${title}</b>`, ...missingRows(part, locale, SHOWN)];
      }),
    buttons: ({ locale }) => {
      const [first] = parts;
      return first === undefined ? [] : missingButtons(first, locale);
    },
  };
};
