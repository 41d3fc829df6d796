import type { ChangeEvent } from "react";
import { useWords } from "../../shared/i18n/locale.ts";
import { photoWords } from "./photo-words.ts";
import type { DraftPhoto, Photos } from "./use-photos.ts";
import "./photo-field.css";

const AROUND = 2 * Math.PI * 15;

function Ring({ share }: { share: number }) {
  return (
    <svg viewBox="0 0 36 36" aria-hidden="true">
      <circle
        cx="18"
        cy="18"
        r="15"
        strokeDasharray={`${share * AROUND} ${AROUND}`}
        transform="rotate(-90 18 18)"
      />
    </svg>
  );
}

function Tile({ photo, photos }: { photo: DraftPhoto; photos: Photos }) {
  const words = useWords(photoWords);
  const busy = photo.state === "preparing" || photo.state === "sending";
  return (
    <div
      className={`photo-tile${photo.state === "failed" || photo.state === "alien" ? " photo-tile-failed" : ""}`}
      data-testid="draft-photo"
      data-state={photo.state}
    >
      <img src={photo.preview} alt="" />
      {busy && <Ring share={photo.share} />}
      {busy && <span>{words.photoSending}</span>}
      {photo.state === "kept" && <span>{words.inQueue}</span>}
      {photo.state === "alien" && <span>{words.photoAlien}</span>}
      {photo.state === "failed" && (
        <>
          <span>{words.photoFailed}</span>
          <button type="button" onClick={() => photos.retry(photo)}>
            {words.photoRetry}
          </button>
        </>
      )}
      {!busy && (
        <button type="button" aria-label={words.photoRemove} onClick={() => photos.remove(photo)}>
          ✕
        </button>
      )}
    </div>
  );
}

/** Thumbnails at once, a ring while they go, another try when they did not get through. */
export function PhotoField({ photos, hint: none }: { photos: Photos; hint: string }) {
  const words = useWords(photoWords);
  const added = photos.photos.filter((photo) => photo.state !== "alien").length;
  const hint = added > 0 ? words.photos(added) : none;
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    photos.add([...(event.target.files ?? [])]);
    event.target.value = "";
  };
  return (
    <div className="stack">
      <div className="spread">
        <span className="muted">{words.photo}</span>
        <span className="dim">{hint}</span>
      </div>
      <div className="photo-field">
        {photos.photos.map((photo) => (
          <Tile key={photo.id} photo={photo} photos={photos} />
        ))}
        <label className="photo-add">
          + {words.take}
          <input
            type="file"
            accept="image/*"
            multiple
            className="visually-hidden"
            onChange={choose}
            data-testid="photo-input"
          />
        </label>
      </div>
    </div>
  );
}
