export { hashOfSecret, newLinkSecret, signInUrl } from "./link-secret.ts";
export { signInNotices } from "./notices.ts";
export { signedInThemselves } from "./own-account.ts";
