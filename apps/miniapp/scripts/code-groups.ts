import type { Rolldown } from "vite";

/** Small modules of the kit that most pages share. The building and the work of the queue arrive by themselves. */
const KIT =
  /shared[\\/](ui[\\/](?!building|no-vol|stepper)|offline[\\/](?!queue-[sc]|drain|send-item|count|fleet|first)|telegram[\\/](?!request))|kit[\\/]list[\\/]|use-query-state|nfiniteQuery|wouter|app[\\/](routes|pages|personal-pages|keep-app)\.tsx?/;
/** What buttons and forms say and which fields there are; the fields themselves arrive with the first form. */
const ACTS =
  /contracts[\\/]src[\\/](forms[\\/](?!captions)|people[\\/]captions)|form-words|form\.css|kit[\\/]entity|use-acts|shared[\\/](i18n|format|requests)|photo-words|drafts/;

/**
 * Which modules share a file. A page that took one file a module would wait for each of them in turn, six at a time, on
 * a slow network; a file for all would make every page wait for all.
 */
export const CODE_GROUPS: Rolldown.CodeSplittingGroup[] = [
  { name: "first", tags: ["$initial"], priority: 5 },
  { name: "kit", test: KIT, priority: 4 },
  { name: "vocabulary", test: /vocabulary|shared[\\/](i18n|format)/, minShareCount: 4, priority: 4 },
  // Questions of all forms: they come with the first form or act, however many domains there are.
  {
    name: "captions",
    test: /forms[\\/]captions[\\/]ru|form-captions/,
    priority: 5,
    includeDependenciesRecursively: false,
  },
  { name: "acts", test: ACTS, minShareCount: 4, priority: 3 },
  { name: "roles", test: /rbac|workers|wizard-steps|draft-(requests|mirror)/, minShareCount: 2, priority: 2 },
  { name: "states", test: /contracts[\\/]src[\\/]states/, minShareCount: 2, priority: 2 },
  { name: "photos", test: /photo-strip|queued-here/, minShareCount: 2, priority: 2 },
  { name: "tasks", test: /features[\\/]tasks|src[\\/]tasks/, minShareCount: 2, priority: 1 },
  { name: "facts", test: /fact|plan-reason/, minShareCount: 2, priority: 1 },
  { name: "people", test: /kit[\\/](roles|hand-over)|features[\\/]people/, minShareCount: 3, priority: 1 },
  { name: "profile", test: /features[\\/]profile|passkey|sign-in-link/, minShareCount: 2, priority: 1 },
];
