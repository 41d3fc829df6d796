import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

type Service = {
  user?: string;
  privileged?: boolean;
  cap_drop?: string[];
  cap_add?: string[];
  security_opt?: string[];
  read_only?: boolean;
  mem_limit?: string;
  pids_limit?: number;
  logging?: { options?: Record<string, string> };
  stop_grace_period?: string;
  networks?: string[];
  ports?: string[];
  command?: string[];
  entrypoint?: string[];
  environment?: Record<string, string>;
};
type Network = { internal?: boolean; ipam?: { config: { subnet: string }[] } } | null;

const file = readFileSync(join(import.meta.dirname, "../docker-compose.yml"), "utf8");
const { services, networks } = parse(file, { merge: true }) as {
  services: Record<string, Service>;
  networks: Record<string, Network>;
};
const names = Object.keys(services);
const on = (network: string) => names.filter((name) => services[name]?.networks?.includes(network));

test.each(names)("%s is confined", (name) => {
  const service = services[name];
  expect(service?.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  expect(service?.privileged).toBeUndefined();
  expect(service?.cap_drop).toEqual(["ALL"]);
  expect(service?.cap_add ?? []).toEqual(name === "web" ? ["NET_BIND_SERVICE"] : []);
  expect(service?.security_opt).toEqual(["no-new-privileges:true"]);
  expect(service?.read_only).toBe(true);
  expect(service?.mem_limit).toMatch(/^\d+[mg]$/);
  expect(service?.pids_limit).toBeGreaterThan(0);
  expect(service?.logging?.options?.["max-size"]).toBeDefined();
  expect(service?.stop_grace_period).toBeDefined();
});

test("only the front door has ports, and each network holds those that need it", () => {
  expect(names.filter((name) => services[name]?.ports !== undefined)).toEqual(["web"]);
  expect(on("data")).toEqual(["postgres", "migrate", "api", "bot", "scheduler", "restored"]);
  expect(on("files")).toEqual(["s3", "migrate", "api", "scheduler", "web", "copier"]);
  expect(on("front")).toEqual(["api", "bot", "web"]);
  expect(on("telegram")).toEqual(["bot", "scheduler"]);
  expect(on("public")).toEqual(["web"]);
  expect(on("backup")).toEqual(["postgres", "copier", "restored"]);
  for (const inner of ["front", "data", "files"]) expect(networks[inner]?.internal).toBe(true);
});

test("the services believe the front door's network and nobody else about addresses", () => {
  const subnet = networks["front"]?.ipam?.config[0]?.subnet;
  expect(services["api"]?.environment?.["TRUSTED_PROXIES"]).toBe(subnet);
});

test("the owner's password is known to the database and the migrate step alone", () => {
  const knowing = names.filter((name) =>
    /POSTGRES_PASSWORD:\?/.test(JSON.stringify(services[name]).replaceAll("SERVICE_POSTGRES_PASSWORD", "")),
  );
  expect(knowing).toEqual(["postgres", "migrate"]);
});

test("the key of the backups is known to those that make, read or judge it", () => {
  const knowing = names.filter((name) => JSON.stringify(services[name]).includes("BACKUP_CIPHER"));
  expect(knowing).toEqual(["postgres", "migrate", "copier", "restored"]);
});

test("the database archives its log within half a minute, and a restored one never does", () => {
  expect(services["postgres"]?.command).toEqual(
    expect.arrayContaining([
      "archive_mode=on",
      "archive_timeout=30",
      "archive_command=pgbackrest-archive %p",
    ]),
  );
  expect(services["restored"]?.entrypoint).toEqual(["start-restored"]);
  expect(JSON.stringify(services["restored"])).not.toContain("archive_command");
});
