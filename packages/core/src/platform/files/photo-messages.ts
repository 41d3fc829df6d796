import { card, type RenderedMessage, type Rendering } from "@stsphera/telegram";
import { fileWords } from "./file-words.ts";
import type { PhotoRefusal } from "./refusals.ts";

type PhotosLate = {
  readonly count: number;
  /** True when the photos belong to an entry, which is valid without them. */
  readonly entered: boolean;
};

/** Tells the uploader that photos are delayed by the store or Telegram. */
export function renderPhotosLate({ count, entered }: PhotosLate, { locale }: Rendering): RenderedMessage {
  const t = fileWords(locale);
  const words = t(entered ? "photos.late_entered" : "photos.late", { count });
  return { text: card(t("photos.late_title"), [words]), buttons: [] };
}

type PhotosArrived = { readonly count: number };

/** Tells the uploader that delayed photos have arrived. */
export function renderPhotosArrived({ count }: PhotosArrived, { locale }: Rendering): RenderedMessage {
  const t = fileWords(locale);
  return { text: card(t("photos.arrived_title"), [t("photos.arrived", { count })]), buttons: [] };
}

type PhotoRefused = { readonly problem: PhotoRefusal };

/** Tells the uploader that a photo was refused, why, and what to do. */
export function renderPhotoRefused({ problem }: PhotoRefused, { locale }: Rendering): RenderedMessage {
  const t = fileWords(locale);
  return { text: card(t("photo.refused_title"), [t(`photo.${problem}`)]), buttons: [] };
}
