import { commands } from "./commands.ts";
import { errors } from "./errors.ts";
import { fact } from "./fact.ts";
import { menu } from "./menu.ts";
import { people } from "./people.ts";
import { photos } from "./photos.ts";
import { privacy } from "./privacy.ts";
import { start } from "./start.ts";

export const botRu = {
  ...commands,
  ...errors,
  ...fact,
  ...menu,
  ...people,
  ...photos,
  ...privacy,
  ...start,
} as const;
