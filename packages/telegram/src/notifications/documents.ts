import type { RenderedMessage } from "../buttons.ts";
import { card } from "../html.ts";
import { type SharedKey, translator } from "../i18n.ts";
import type { Rendering } from "./rendering.ts";

type ProblemOf<K extends string> = K extends `document.${infer Code}`
  ? Exclude<Code, "refused_title">
  : never;

export type DocumentProblem = ProblemOf<SharedKey>;

export type DocumentRefused = {
  /** The file's name, as it was sent. */
  readonly name: string;
  readonly problem: DocumentProblem;
};

/** Tells the author which document was not taken, why, and what to do. */
export function renderDocumentRefused(
  { name, problem }: DocumentRefused,
  { locale }: Rendering,
): RenderedMessage {
  const t = translator(locale);
  return { text: card(t("document.refused_title"), [name, t(`document.${problem}`)]), buttons: [] };
}
