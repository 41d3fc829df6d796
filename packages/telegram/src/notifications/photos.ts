import type { RenderedMessage } from "../buttons.ts";
import { card } from "../html.ts";
import { type SharedKey, translator } from "../i18n.ts";
import type { Rendering } from "./rendering.ts";

export type PhotosLate = {
  readonly count: number;
  /** True when they belong to an entry, which stands without them. */
  readonly entered: boolean;
};

/** Tells the author that photos wait for the store or for Telegram. */
export function renderPhotosLate({ count, entered }: PhotosLate, { locale }: Rendering): RenderedMessage {
  const t = translator(locale);
  const words = t(entered ? "photos.late_entered" : "photos.late", { count });
  return { text: card(t("photos.late_title"), [words]), buttons: [] };
}

export type PhotosArrived = { readonly count: number };

/** Tells the author that photos he was told to be late are there. */
export function renderPhotosArrived({ count }: PhotosArrived, { locale }: Rendering): RenderedMessage {
  const t = translator(locale);
  return { text: card(t("photos.arrived_title"), [t("photos.arrived", { count })]), buttons: [] };
}

type ProblemOf<K extends string> = K extends `photo.${infer Code}` ? Exclude<Code, "refused_title"> : never;

export type PhotoProblem = ProblemOf<SharedKey>;
export type PhotoRefused = { readonly problem: PhotoProblem };

/** Tells the author that a photo was not taken, why, and what to do. */
export function renderPhotoRefused({ problem }: PhotoRefused, { locale }: Rendering): RenderedMessage {
  const t = translator(locale);
  return { text: card(t("photo.refused_title"), [t(`photo.${problem}`)]), buttons: [] };
}
