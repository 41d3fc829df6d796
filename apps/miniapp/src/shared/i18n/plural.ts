export { plural } from "@stsphera/contracts/format";
