import type { TaskFile } from "@stsphera/contracts";
import { PhotoStrip } from "../../../kit/photos/photo-strip.tsx";
import { useWords } from "../../../shared/i18n/locale.ts";
import { taskWords } from "../task-words.ts";

type Props = { files: readonly TaskFile[]; title: string; onExpired: () => void };

/** Photos as squares, documents by their names. */
export function TaskFiles({ files, title, onExpired }: Props) {
  const words = useWords(taskWords);
  const photos = files
    .filter(({ purpose }) => purpose === "photo")
    .map((file) => ({ ...file, caption: file.name }));
  const documents = files.filter(({ purpose }) => purpose === "document");
  return (
    <>
      <PhotoStrip title={title} photos={photos} onExpired={onExpired} testId="task-photo" />
      {documents.map(({ id, name, url }) =>
        url === null ? (
          <span key={id} className="muted">
            {name} · {words.fileWaits}
          </span>
        ) : (
          <a
            key={id}
            className="plain-button"
            href={url}
            target="_blank"
            rel="noreferrer"
            aria-label={`${words.document}: ${name}`}
          >
            {name}
          </a>
        ),
      )}
    </>
  );
}
