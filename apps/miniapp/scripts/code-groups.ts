import type { Rolldown } from "vite";

/** Small modules that most pages share. The building and the work of the queue arrive by themselves. */
const KIT =
  /shared[\\/](ui[\\/](?!building|stepper)|offline[\\/](?!queue-[sc]|drain|send-item|count|fleet|first)|telegram[\\/](?!request)|use-quiet|format[\\/]day-in|i18n[\\/]use-own|requests[\\/]list-waiting)|kit[\\/](list[\\/]|form[\\/]drafts)|use-query-state|nfiniteQuery|wouter|vocabulary|app[\\/](routes|pages|personal-pages|keep-app)\.tsx?/;
/** What buttons, forms, photos and shifts say, and which fields there are; the fields themselves arrive with the first form. */
const ACTS =
  /contracts[\\/]src[\\/](forms[\\/](?!captions)|states|people[\\/](captions|forms)|objects[\\/]captions)|form-words|form\.css|kit[\\/](entity|queued-here|photos[\\/](photo-strip|photo-words))|kit[\\/]shifts[\\/](?!day-ahead)|shifts[\\/]captions|shared[\\/](i18n[\\/](?!fact|plan)|format|requests)/;

/**
 * Which modules share a file. A page that took one file a module would wait for each of them in turn, six at a time, on
 * a slow network; a file for all would make every page wait for all. So that a page, the first load and the sign-in are
 * six requests, a page takes the kit, the acts, one part of its own trade, and itself.
 */
export const CODE_GROUPS: Rolldown.CodeSplittingGroup[] = [
  { name: "first", tags: ["$initial"], priority: 5 },
  { name: "kit", test: KIT, priority: 4 },
  // Questions of all forms: they come with the first form or act, however many domains there are.
  {
    name: "captions",
    test: /forms[\\/]captions[\\/]ru|form-captions/,
    priority: 5,
    includeDependenciesRecursively: false,
  },
  { name: "acts", test: ACTS, minShareCount: 3, priority: 3 },
  { name: "roles", test: /rbac|workers/, minShareCount: 2, priority: 2 },
  // What one does with a task or a defect is done where it waits, too.
  { name: "things", test: /src[\\/](tasks|defects)[\\/](forms|captions)/, minShareCount: 2, priority: 2 },
  { name: "tasks", test: /features[\\/]tasks|src[\\/]tasks/, minShareCount: 2, priority: 1 },
  {
    name: "facts",
    test: /(src|shared|kit)[\\/]facts|[\\/]facts?-|plan-reason|entry[\\/](target|queued-fact)/,
    minShareCount: 2,
    priority: 1,
  },
  { name: "people", test: /kit[\\/](roles|hand-over)|features[\\/]people/, minShareCount: 3, priority: 1 },
  { name: "profile", test: /features[\\/]profile|passkey/, minShareCount: 2, priority: 1 },
];
