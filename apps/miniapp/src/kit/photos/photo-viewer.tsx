import { createPortal } from "react-dom";
import { useEffect, useRef, useState } from "react";
import { useWords } from "../../shared/i18n/locale.ts";
import { shellWords } from "../../shared/i18n/shell-words.ts";
import { useCloseHandler } from "../../shared/telegram/back-button.ts";
import { keepFocus } from "../../shared/ui/keep-focus.ts";
import { photoWords } from "./photo-words.ts";
import "./photo-viewer.css";

export type ViewedPhoto = {
  readonly id: number;
  readonly url: string | null;
  readonly thumbUrl: string | null;
  /** Who took it and when. */
  readonly caption: string;
};
type Props = {
  title: string;
  photos: readonly ViewedPhoto[];
  startId: number;
  /** A link stopped working: the thing has to be read again. */
  onExpired: () => void;
  onClose: () => void;
};

/** One photo after the other, as large as the window. */
export default function PhotoViewer({ title, photos: all, startId, onExpired, onClose }: Props) {
  const words = useWords(photoWords).viewer;
  const shell = useWords(shellWords);
  const photos = all.filter((photo) => photo.url !== null || photo.thumbUrl !== null);
  const [index, setIndex] = useState(
    Math.max(
      0,
      photos.findIndex((photo) => photo.id === startId),
    ),
  );
  const [failed, setFailed] = useState<string | null>(null);
  const close = useRef<HTMLButtonElement>(null);
  useCloseHandler(onClose);
  useEffect(() => {
    const before = document.activeElement;
    close.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const photo = photos[index];
  const url = photo?.url ?? photo?.thumbUrl ?? "";
  if (photo === undefined) return null;
  return createPortal(
    <div
      className="photo-viewer"
      role="dialog"
      onKeyDown={keepFocus}
      aria-modal="true"
      aria-label={words.title(index + 1, photos.length)}
      data-testid="photo-viewer"
    >
      <header>
        <span>{title}</span>
        <button
          type="button"
          ref={close}
          aria-label={shell.close}
          onClick={onClose}
          data-testid="photo-close"
        >
          ✕
        </button>
      </header>
      <div className="photo-viewer-place">
        {failed === url ? (
          <p>{words.failed}</p>
        ) : (
          <img
            key={url}
            src={url}
            alt={title}
            onError={() => {
              setFailed(url);
              onExpired();
            }}
          />
        )}
      </div>
      <footer>
        <button
          type="button"
          aria-label={words.previous}
          disabled={index === 0}
          onClick={() => setIndex(index - 1)}
        >
          ‹
        </button>
        <span>
          {words.title(index + 1, photos.length)} · {photo.caption}
        </span>
        <button
          type="button"
          aria-label={words.next}
          disabled={index === photos.length - 1}
          onClick={() => setIndex(index + 1)}
        >
          ›
        </button>
      </footer>
    </div>,
    document.body,
  );
}
