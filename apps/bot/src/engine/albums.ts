import type { PhotoTarget } from "./memory.ts";
import type { Turn } from "./turn.ts";

/** How long after an entry photos without words belong to it. */
const ATTACH_MINUTES = 30;
const REMEMBERED_ALBUMS = 10;

/** The entry that photos sent now belong to by their time; null when there is none. */
export function recentEntry(turn: Turn) {
  const { entry } = turn.memory();
  if (entry === null) return null;
  return turn.now.getTime() - Date.parse(entry.at) <= ATTACH_MINUTES * 60_000 ? entry : null;
}

/** Where the earlier parts of this album went; null for a first part and for a single photo. */
export function albumTarget(turn: Turn): PhotoTarget | null {
  const group = turn.message?.media_group_id;
  return turn.memory().albums.find((album) => album.group === group)?.target ?? null;
}

/** Keeps where this album goes, so that its late parts follow whatever happens meanwhile. */
export function rememberAlbum(turn: Turn, target: PhotoTarget): void {
  const group = turn.message?.media_group_id;
  if (group === undefined) return;
  const others = turn.memory().albums.filter((album) => album.group !== group);
  turn.remember({ albums: [...others, { group, target }].slice(-REMEMBERED_ALBUMS) });
}

/** Late parts of the albums of a dialogue, or of a batch, go elsewhere from now on. */
export function redirectAlbums(turn: Turn, from: string, target: PhotoTarget): void {
  const isMeant = (one: PhotoTarget) => (one.kind === "form" ? one.dialogueId : one.batch) === from;
  const albums = turn.memory().albums.map((album) => (isMeant(album.target) ? { ...album, target } : album));
  turn.remember({ albums });
}

/** A dialogue that is going on, as the place of photos. */
export const dialogueTarget = (feature: string, dialogueId: string) =>
  ({ kind: "form", feature, dialogueId, subject: {} }) as const satisfies PhotoTarget;

/** An entry that is written, as the place of photos; the fact feature takes them there. */
export const entryTarget = (factId: number): PhotoTarget => ({
  ...dialogueTarget("fact", ""),
  subject: { factId },
});

/** Name of the one short answer to a photo or to all of its album. */
export function photoReplyKey(turn: Turn): string {
  return `photos:${turn.message?.media_group_id ?? turn.requestId}`;
}
