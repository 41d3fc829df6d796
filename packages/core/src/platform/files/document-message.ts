import { oneLine } from "@stsphera/contracts/format";
import { card, type RenderedMessage, type Rendering } from "@stsphera/telegram";
import { fileWords } from "./file-words.ts";
import type { DocumentRefusal } from "./refusals.ts";

type DocumentRefused = {
  /** The original file name. */
  readonly name: string;
  readonly problem: DocumentRefusal;
};

/** Tells the uploader which document was refused, why, and what to do. */
export function renderDocumentRefused(
  { name, problem }: DocumentRefused,
  { locale }: Rendering,
): RenderedMessage {
  const t = fileWords(locale);
  return { text: card(t("document.refused_title"), [oneLine(name), t(`document.${problem}`)]), buttons: [] };
}
