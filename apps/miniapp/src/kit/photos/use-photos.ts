import { useEffect, useReducer, useRef } from "react";
import { isOnline } from "../../shared/api/connection.ts";
import { newKey } from "../../shared/api/request.ts";
import { compressImage } from "../../shared/files/compress-image.ts";
import { isPhoto } from "../../shared/files/photo-signature.ts";
import { uploadPhoto, type PhotoFile } from "../../shared/files/upload-photo.ts";

export type DraftPhoto = {
  readonly id: string;
  readonly preview: string;
  readonly state: "preparing" | "sending" | "sent" | "failed" | "kept" | "alien";
  readonly share: number;
  readonly file: PhotoFile | null;
  readonly fileId: number | null;
};
type Change = { readonly id: string; readonly photo: Partial<DraftPhoto> | null };

function reduce(photos: readonly DraftPhoto[], { id, photo }: Change): readonly DraftPhoto[] {
  if (photo === null) return photos.filter((known) => known.id !== id);
  if (!photos.some((known) => known.id === id)) return [...photos, photo as DraftPhoto];
  return photos.map((known) => (known.id === id ? { ...known, ...photo } : known));
}

/** Every photo of the sheet by its id, as it stands this very moment: its small file once made, its number once sent. */
type Kept = { made: Promise<PhotoFile>; fileId: number | null };

/** The photos of a sheet: shown at once, made small, sent while the figure is still being entered. */
export function usePhotos(objectId: number) {
  const [photos, change] = useReducer(reduce, []);
  const abort = useRef(new AbortController());
  const kept = useRef(new Map<string, Kept>());
  const latest = useRef(photos);
  useEffect(() => {
    latest.current = photos;
  });
  useEffect(() => {
    abort.current = new AbortController();
    return () => {
      abort.current.abort();
      for (const photo of latest.current) URL.revokeObjectURL(photo.preview);
    };
  }, []);

  async function send(id: string, file: PhotoFile): Promise<void> {
    const set = (photo: Partial<DraftPhoto>) => change({ id, photo });
    if (!isOnline()) {
      set({ file, state: "kept" });
      return;
    }
    set({ file, state: "sending", share: 0 });
    try {
      const { signal } = abort.current;
      const onProgress = (share: number) => set({ share });
      const fileId = await uploadPhoto({ objectId, file, key: newKey(), onProgress, signal });
      const mine = kept.current.get(id);
      if (mine) mine.fileId = fileId;
      set({ state: "sent", share: 1, fileId });
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      set({ state: "failed" });
    }
  }

  async function addOne(file: File): Promise<void> {
    const id = newKey();
    const preview = URL.createObjectURL(file);
    change({ id, photo: { id, preview, state: "preparing", share: 0, file: null, fileId: null } });
    if (!(await isPhoto(file))) {
      change({ id, photo: { state: "alien" } });
      return;
    }
    const made = compressImage(file);
    kept.current.set(id, { made, fileId: null });
    await send(id, await made);
  }

  return {
    photos,
    add: (files: readonly File[]) => void Promise.all(files.map((file) => addOne(file))),
    retry: (photo: DraftPhoto) => {
      if (photo.file) void send(photo.id, photo.file);
    },
    remove: (photo: DraftPhoto) => {
      kept.current.delete(photo.id);
      URL.revokeObjectURL(photo.preview);
      change({ id: photo.id, photo: null });
    },
    /** Ids that go with the entry, and pictures that follow it by the queue. */
    take: async (): Promise<{ fileIds: number[]; rest: PhotoFile[] }> => {
      const all = [...kept.current.values()];
      const fileIds = all.map((photo) => photo.fileId).filter((id) => id !== null);
      const rest = await Promise.all(all.filter((photo) => photo.fileId === null).map((photo) => photo.made));
      return { fileIds, rest };
    },
  };
}
export type Photos = ReturnType<typeof usePhotos>;
