export { FORGERY_KINDS, forgeInitData, freshInitData } from "./forged-init-data.ts";
export { FORGERY_NOW, FORGERY_TOKEN, meaningOf } from "./genuine-init-data.ts";
export { brokenTexts } from "./render-all.ts";
export { type Random, seededRandom } from "./random.ts";
