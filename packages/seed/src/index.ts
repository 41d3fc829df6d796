export { StoryDiffers } from "./checks/check-story.ts";
export { seed, type SeedDeps } from "./seed.ts";
