export { type RunningServer, startServer } from "@stsphera/service";
