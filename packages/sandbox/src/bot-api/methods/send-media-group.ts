import { randomInt } from "node:crypto";
import { badRequest, strict } from "../errors.ts";
import type { Input } from "../input.ts";
import { readInputMedia, type MediaContent } from "./input-media.ts";
import { sendingParameters, type Method } from "./method.ts";
import { outgoing } from "./outgoing.ts";

function mediaOf(input: Input): unknown[] {
  const media = input.json("media");
  if (!Array.isArray(media)) throw badRequest("expected an Array of InputMedia");
  return media;
}

export function newMediaGroupId(): string {
  return `${randomInt(1e8, 1e9)}${randomInt(1e8, 1e9)}`;
}

export const sendMediaGroup: Method = {
  parameters: [...sendingParameters.filter((name) => name !== "reply_markup"), "media"],
  counts: (input) => {
    const media = input.json("media");
    return Array.isArray(media) ? Math.max(1, media.length) : 1;
  },
  async run(world, input) {
    const media = mediaOf(input);
    if (media.length > 10) throw badRequest("too many messages to send as an album");
    if (media.length < 2) throw strict("media must include 2-10 items");
    const { post } = outgoing(world, input);
    const contents: MediaContent[] = [];
    for (const item of media) contents.push(await readInputMedia(world, input, item));
    if (new Set(contents.map((content) => (content.photo ? "photo" : "document"))).size > 1) {
      throw badRequest("document can't be mixed with other media types");
    }
    const album = newMediaGroupId();
    return world.store.transaction(() =>
      contents.map((content) => post({ media_group_id: album, ...content })),
    );
  },
};
