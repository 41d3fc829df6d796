export * from "./verbs.ts";
export { tiePhotos } from "./photos.ts";
