import { lazy, Suspense, useState } from "react";
import { useWords } from "../../shared/i18n/locale.ts";
import type { ViewedPhoto } from "./photo-viewer.tsx";
import { photoWords } from "./photo-words.ts";
import "./photo-strip.css";

const PhotoViewer = lazy(() => import("./photo-viewer.tsx"));

export type StripPhoto = ViewedPhoto & { readonly status: string };

type Props = {
  title: string;
  photos: readonly StripPhoto[];
  /** A link stopped working: the thing has to be read again. */
  onExpired: () => void;
  testId: string;
};

/** Photos of a thing as small squares, each opens large; one that is still being made ready keeps its place. */
export function PhotoStrip({ title, photos, onExpired, testId }: Props) {
  const words = useWords(photoWords);
  const [shown, setShown] = useState<number | null>(null);
  if (photos.length === 0) return null;
  return (
    <div className="photo-strip">
      {photos.map((photo, index) =>
        photo.thumbUrl === null && photo.url === null ? (
          <span key={photo.id} className="photo-strip-waits" data-testid={`${testId}-waits`}>
            {photo.status === "failed" ? words.photoFailed : words.photoSending}
          </span>
        ) : (
          <button
            key={photo.id}
            type="button"
            aria-label={words.viewer.title(index + 1, photos.length)}
            onClick={() => setShown(photo.id)}
            data-testid={testId}
          >
            <img src={photo.thumbUrl ?? photo.url ?? ""} alt="" loading="lazy" width={76} height={76} />
          </button>
        ),
      )}
      {shown !== null && (
        <Suspense>
          <PhotoViewer
            title={title}
            photos={photos}
            startId={shown}
            onExpired={onExpired}
            onClose={() => setShown(null)}
          />
        </Suspense>
      )}
    </div>
  );
}
