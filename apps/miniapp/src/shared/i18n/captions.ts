/** Captions of a person's role. */
export { ROLE_CAPTIONS as roleCaptions } from "@stsphera/contracts/people/captions";
