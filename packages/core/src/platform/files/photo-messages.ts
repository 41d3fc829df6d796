import { card, type RenderedMessage, type Rendering } from "@stsphera/telegram";
import { fileWords } from "./file-words.ts";
import type { PhotoRefusal } from "./refusals.ts";

type PhotosLate = {
  readonly count: number;
  /** True when they belong to an entry, which stands without them. */
  readonly entered: boolean;
};

/** Tells the author that photos wait for the store or for Telegram. */
export function renderPhotosLate({ count, entered }: PhotosLate, { locale }: Rendering): RenderedMessage {
  const t = fileWords(locale);
  const words = t(entered ? "photos.late_entered" : "photos.late", { count });
  return { text: card(t("photos.late_title"), [words]), buttons: [] };
}

type PhotosArrived = { readonly count: number };

/** Tells the author that photos he was told to be late are there. */
export function renderPhotosArrived({ count }: PhotosArrived, { locale }: Rendering): RenderedMessage {
  const t = fileWords(locale);
  return { text: card(t("photos.arrived_title"), [t("photos.arrived", { count })]), buttons: [] };
}

type PhotoRefused = { readonly problem: PhotoRefusal };

/** Tells the author that a photo was not taken, why, and what to do. */
export function renderPhotoRefused({ problem }: PhotoRefused, { locale }: Rendering): RenderedMessage {
  const t = fileWords(locale);
  return { text: card(t("photo.refused_title"), [t(`photo.${problem}`)]), buttons: [] };
}
