import type { Fact, Photo } from "@stsphera/contracts";
import { factsWords } from "../../../shared/i18n/facts-words.ts";
import { useWords } from "../../../shared/i18n/locale.ts";

type Props = { fact: Fact; onOpen: (photo: Photo) => void };

/** The photos of an entry; one that is still being made ready keeps its place. */
export function FactPhotos({ fact, onOpen }: Props) {
  const words = useWords(factsWords);
  if (fact.photos.length === 0) return null;
  return (
    <div className="fact-row-photos">
      {fact.photos.map((photo, index) =>
        photo.thumbUrl === null && photo.url === null ? (
          <span key={photo.id} className="fact-row-waits" data-testid="fact-photo-waits">
            {photo.status === "failed" ? words.photoFailed : words.photoSending}
          </span>
        ) : (
          <button
            key={photo.id}
            type="button"
            aria-label={words.viewer.title(index + 1, fact.photos.length)}
            onClick={() => onOpen(photo)}
            data-testid="fact-photo"
          >
            <img src={photo.thumbUrl ?? photo.url ?? ""} alt="" loading="lazy" width={76} height={76} />
          </button>
        ),
      )}
    </div>
  );
}
