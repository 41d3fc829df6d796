import type { PhotoTarget } from "./memory.ts";
import type { Turn } from "./turn.ts";

/** How long after an entry photos without a caption are still attached to it. */
const ATTACH_MINUTES = 30;
const REMEMBERED_ALBUMS = 10;

/** The latest entry, if it is recent enough to attach photos sent now; otherwise null. */
export function recentEntry(turn: Turn) {
  const { entry } = turn.memory();
  if (entry === null) return null;
  return turn.now.getTime() - Date.parse(entry.at) <= ATTACH_MINUTES * 60_000 ? entry : null;
}

/**
 * Where the earlier photos of this album were attached; null for the first photo of an album and for a single photo.
 */
export function albumTarget(turn: Turn): PhotoTarget | null {
  const group = turn.message?.media_group_id;
  return turn.memory().albums.find((album) => album.group === group)?.target ?? null;
}

/**
 * Remembers where this album is attached, because its photos arrive as separate updates and the dialogue may change
 * meanwhile.
 */
export function rememberAlbum(turn: Turn, target: PhotoTarget): void {
  const group = turn.message?.media_group_id;
  if (group === undefined) return;
  const others = turn.memory().albums.filter((album) => album.group !== group);
  turn.remember({ albums: [...others, { group, target }].slice(-REMEMBERED_ALBUMS) });
}

function changeTargets(turn: Turn, of: string, change: (target: PhotoTarget) => PhotoTarget): void {
  const isMeant = (one: PhotoTarget) => (one.kind === "form" ? one.dialogueId : one.batch) === of;
  const { albums } = turn.memory();
  if (!albums.some(({ target }) => isMeant(target))) return;
  turn.remember({
    albums: albums.map(({ group, target }) => ({ group, target: isMeant(target) ? change(target) : target })),
  });
}

/** Attaches photos still to come of the albums of one dialogue or batch to another target. */
export const redirectAlbums = (turn: Turn, from: string, target: PhotoTarget): void =>
  changeTargets(turn, from, () => target);

/** Lets photos still to come follow the dialogue, because it was sent. */
export const sendAlbums = (turn: Turn, dialogueId: string): void =>
  changeTargets(turn, dialogueId, (target) => (target.kind === "form" ? { ...target, sent: true } : target));

/** Target for photos that are collected in an open dialogue. */
export const dialogueTarget = (feature: string, dialogueId: string) =>
  ({
    kind: "form",
    feature,
    dialogueId,
    subject: {},
    sent: false,
    room: null,
  }) as const satisfies PhotoTarget;

/** Target for photos of a saved entry; the fact feature attaches them through its `follow`. */
export const entryTarget = (factId: number): PhotoTarget => ({
  ...dialogueTarget("fact", ""),
  subject: { factId },
  sent: true,
});

/** Key of the single short reply to a photo, shared by all photos of its album. */
export function photoReplyKey(turn: Turn): string {
  return `photos:${turn.message?.media_group_id ?? turn.requestId}`;
}
