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
  network_mode?: string;
  profiles?: string[];
  image?: string;
  volumes?: string[];
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
  const [api, bot] = [
    ["api-blue", "api-green"],
    ["bot-blue", "bot-green"],
  ];
  expect(on("data").toSorted()).toEqual([...api, ...bot, "migrate", "postgres", "restored", "scheduler"]);
  expect(on("files").toSorted()).toEqual([...api, "copier", "migrate", "s3", "scheduler", "web"]);
  expect(on("front").toSorted()).toEqual([...api, ...bot, "web"]);
  expect(on("telegram").toSorted()).toEqual([...bot, "scheduler"]);
  expect(names.filter((name) => services[name]?.networks === undefined)).toEqual(["site"]);
  expect(services["site"]?.network_mode).toBe("none");
  expect(on("public")).toEqual(["web"]);
  expect(on("backup")).toEqual(["postgres", "copier", "restored"]);
  for (const inner of ["front", "data", "files"]) expect(networks[inner]?.internal).toBe(true);
});

test("the services believe the front door's network and nobody else about addresses", () => {
  const subnet = networks["front"]?.ipam?.config[0]?.subnet;
  expect(services["api-blue"]?.environment?.["TRUSTED_PROXIES"]).toBe(subnet);
});

test("the owner's password is known to the database and the migrate step alone", () => {
  const knowing = names.filter((name) =>
    /POSTGRES_PASSWORD:\?/.test(JSON.stringify(services[name]).replaceAll("SERVICE_POSTGRES_PASSWORD", "")),
  );
  expect(knowing).toEqual(["postgres", "migrate"]);
});

test("a first start runs one colour, and both are the same but for that", () => {
  for (const part of ["api", "bot"]) {
    const { profiles, ...green } = services[`${part}-green`] ?? {};
    expect(profiles).toEqual(["green"]);
    expect(green).toEqual(services[`${part}-blue`]);
  }
  expect(names.filter((name) => services[name]?.profiles?.includes("green"))).toEqual([
    "api-green",
    "bot-green",
  ]);
});

// A release's folder is removed after the next but one: what outlives it may not need a file of it.
test("what a release does not replace has volumes alone", () => {
  for (const name of ["postgres", "s3", "web"]) {
    for (const volume of services[name]?.volumes ?? []) expect(volume).toMatch(/^[a-z]/);
  }
});

test("each image of a release can be given by its digest", () => {
  const images = names.map((name) => services[name]?.image ?? "");
  for (const part of ["API", "BOT", "SCHEDULER", "MIGRATE", "SITE", "S3", "POSTGRES", "COPIER"]) {
    expect(images.some((image) => image.startsWith(`\${${part}_IMAGE:-`))).toBe(true);
  }
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

test("of the object store, its S3 gateway alone is reached from outside its container", () => {
  const script = readFileSync(join(import.meta.dirname, "object-store.sh"), "utf8");
  const given = Object.fromEntries(
    [...script.matchAll(/ -([\w.]+)=(\S+)/g)].map(([, name = "", value = ""]) => [name, value]),
  );
  expect(given).toMatchObject({ ip: "127.0.0.1", "ip.bind": "127.0.0.1", "s3.ip.bind": "0.0.0.0" });
  expect(given["s3.config"]).toBeDefined();
});

// A colour that is not there is looked for by name; where that takes long, a request has to get to the other one in time.
test("the front door gives up dialling a colour several times before it gives up a request", () => {
  const caddyfile = readFileSync(join(import.meta.dirname, "Caddyfile"), "utf8");
  const milliseconds = (name: string) => {
    const [, number, unit] = new RegExp(`^\\s*${name} (\\d+)(ms|s)$`, "m").exec(caddyfile) ?? [];
    return Number(number) * (unit === "s" ? 1_000 : 1);
  };
  expect(milliseconds("dial_timeout") * 8).toBeLessThan(milliseconds("lb_try_duration"));
});
