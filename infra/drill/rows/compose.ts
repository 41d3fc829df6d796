import { onHost } from "../support/shell.ts";
import { row, type Row } from "../support/table.ts";

type Service = { user?: string; environment?: Record<string, string | null> };

const PROFILES = "--profile green --profile backup --profile restore";

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
