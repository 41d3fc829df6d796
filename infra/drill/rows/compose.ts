import { onHost } from "../support/shell.ts";
import { row, type Row } from "../support/table.ts";

type Service = { user?: string; environment?: Record<string, string | null> };

const PROFILES = "--profile green --profile backup --profile restore";

/** What is in the images, by the script that an administrator calls. */
export async function listPackages(rows: Row[]): Promise<void> {
  const printed = await onHost("/opt/stsphera/current/infra/deploy/packages");
  const lines = printed.split("\n").filter((line) => line !== "");
  const images = lines.filter((line) => line.startsWith("== "));
  const npm = lines.filter(
    (line) => /^(?:@[\w.-]+\/)?[\w.-]+ \d\S* \S/.test(line) && !line.startsWith("== "),
  );
  rows.push(
    row(
      "packages of the images, listed",
      images.length === 8 && npm.length > 50,
      `${images.length} images, ${lines.length - images.length - npm.length} packages of the system, ${npm.length} of npm`,
    ),
  );
}

/** The compose file as the real compose reads it, with the settings of the host: accepted, and nobody is root. */
export async function readCompose(rows: Row[]): Promise<void> {
  const at = "/opt/stsphera";
  const files = `--env-file ${at}/.env --env-file ${at}/current/release.env --file ${at}/current/docker-compose.yml`;
  const printed = await onHost(
    "sh",
    "-c",
    `docker compose --project-directory ${at}/current ${files} ${PROFILES} config --format json`,
  );
  const { services } = JSON.parse(printed) as { services: Record<string, Service> };
  const roots = Object.entries(services).filter(([, { user }]) => !/^[1-9]\d*:[1-9]\d*$/.test(user ?? ""));
  const knowing = (secret: string) =>
    Object.keys(services).filter((name) => (services[name]?.environment?.[secret] ?? "") !== "");
  const version = await onHost("docker", "compose", "version", "--short");
  rows.push(
    row(
      "the compose file, read by compose itself",
      roots.length === 0,
      `compose ${version} accepts it`,
      `${Object.keys(services).length} services, ${roots.length} as root`,
      `JWT_SECRET in ${knowing("JWT_SECRET").join(", ")}; WEBHOOK_SECRET in ${knowing("WEBHOOK_SECRET").join(", ")}`,
    ),
  );
}
