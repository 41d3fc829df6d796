import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { migrationSettings } from "@stsphera/db/migrate";
import { expect, test } from "vitest";
import { parse } from "yaml";
import * as api from "../../apps/api/src/env.ts";
import * as bot from "../../apps/bot/src/env.ts";
import * as scheduler from "../../apps/scheduler/src/env.ts";
import { leftOut } from "../settings-left-out.ts";
import { containers, kustomization, manifests, ofKind } from "./manifests.ts";

const infra = join(import.meta.dirname, "..");
const { services } = parse(readFileSync(join(infra, "../docker-compose.yml"), "utf8"), { merge: true }) as {
  services: Record<string, { mem_limit: string; cap_add?: string[]; stop_grace_period: string } | undefined>;
};
/** A service of compose; the ones that roll stand there twice. */
const composed = (name: string) => services[name] ?? services[`${name}-blue`];
const dockerfile = readFileSync(join(infra, "Dockerfile"), "utf8");
const settings = ofKind("ConfigMap")[0]?.data ?? {};
const names = Object.keys(containers);

/** What the administrator puts into the two secrets; the names are those of the manifests. */
const SECRETS: Record<string, Record<string, string>> = {
  "stsphera-secrets": {
    DATABASE_URL: "postgres://stsphera_service:Vq8mTz3kRw7pLx2n@db.internal:5432/stsphera",
    TELEGRAM_BOT_TOKEN: "123456789:AAqWmZr8Tn5Kx2Vb7Jc4Lp9Hd3Fg6Sy1QeU",
    JWT_SECRET: "Zp4Xw9Rk2Tn7Vb5Mc8Lq3Hd6Jf1Gs0Ya",
    WEBHOOK_SECRET: "Rm7Kx3Wq9Tz5Vn2L",
    S3_ACCESS_KEY: "AKQ7WZ3RX9",
    S3_SECRET_KEY: "Hd6Jf1Gs0YaZp4Xw9Rk2Tn7",
    ALERT_SMTP_PASSWORD: "",
    ALERT_WEBHOOK_SECRET: "",
    VAPID_PRIVATE_KEY: "",
  },
  "stsphera-owner": { MIGRATE_DATABASE_URL: "postgres://owner:Lp9Hd3Fg6Sy1QeUz@db.internal:5432/stsphera" },
};

/** The environment of a workload, as Kubernetes puts it together. Throws on a reference to nothing. */
function environmentOf(name: string): Record<string, string> {
  return Object.fromEntries(
    (containers[name]?.env ?? []).map(({ name: setting, value, valueFrom }) => {
      const { configMapKeyRef: map, secretKeyRef: secret } = valueFrom ?? {};
      const found = value ?? (map ? settings[map.key] : SECRETS[secret?.name ?? ""]?.[secret?.key ?? ""]);
      if (found === undefined) throw new Error(`${setting} of ${name} refers to nothing`);
      return [setting, found];
    }),
  );
}

test("kustomize applies every file that stands here", () => {
  const files = globSync("*.yaml", { cwd: import.meta.dirname }).filter(
    (name) => name !== "kustomization.yaml",
  );
  expect(kustomization.resources.toSorted()).toEqual(files.toSorted());
  expect(names.toSorted()).toEqual(["api", "bot", "migrate", "scheduler", "web"]);
});

test.each([
  ["api", api],
  ["bot", bot],
  ["scheduler", scheduler],
])(
  "%s gets every setting that it reads, and none that it does not know",
  (name, { readEnvironment, shape }) => {
    const environment = environmentOf(name);
    expect(readEnvironment(environment).production).toBe(true);
    expect(Object.keys(environment).filter((setting) => !(setting in shape))).toEqual([]);
    const missing = Object.keys(shape).filter((setting) => !(setting in environment));
    expect(missing.filter((setting) => !(setting in leftOut(name)))).toEqual([]);
    for (const setting of Object.keys(environment)) {
      const { [setting]: _without, ...rest } = environment;
      const optional = (shape as Record<string, { safeParse(value: unknown): { success: boolean } }>)[
        setting
      ];
      if (optional?.safeParse(undefined).success === false)
        expect(() => readEnvironment(rest)).toThrow(setting);
    }
  },
);

test("the owner's address is known to the migrate step alone", () => {
  expect(migrationSettings(environmentOf("migrate"))).toMatchObject({
    ownerUrl: SECRETS["stsphera-owner"]?.["MIGRATE_DATABASE_URL"],
    login: { user: "stsphera_service" },
  });
  const knowing = names.filter((name) => JSON.stringify(containers[name]).includes("stsphera-owner"));
  expect(knowing).toEqual(["migrate"]);
});

test("secrets are referred to, never written; every setting of the map is used", () => {
  const secret = new Set(Object.values(SECRETS).flatMap((one) => Object.keys(one)));
  const given = names.flatMap((name) => containers[name]?.env ?? []);
  expect(
    given.filter(({ name, valueFrom }) => secret.has(name) !== (valueFrom?.secretKeyRef !== undefined)),
  ).toEqual([]);
  const used = new Set(given.flatMap(({ valueFrom }) => valueFrom?.configMapKeyRef?.key ?? []));
  expect(Object.keys(settings).filter((key) => !used.has(key))).toEqual([]);
  expect(Object.keys(settings).filter((key) => secret.has(key))).toEqual([]);
  expect(ofKind("Secret")).toEqual([]);
});

test.each(names)("%s is confined as in compose", (name) => {
  const container = containers[name];
  const pod = manifests.find((one) => one.metadata.name === name && one.spec?.template)?.spec.template?.spec;
  expect(pod?.automountServiceAccountToken).toBe(false);
  expect(pod?.securityContext).toMatchObject({
    runAsNonRoot: true,
    runAsUser: 1000,
    seccompProfile: { type: "RuntimeDefault" },
  });
  expect(container?.securityContext).toEqual({
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"], ...(composed(name)?.cap_add ? { add: composed(name)?.cap_add } : {}) },
  });
  expect(container?.resources.limits["memory"]?.replace(/i$/, "").toLowerCase()).toBe(
    composed(name)?.mem_limit,
  );
  if (name !== "migrate") {
    expect(`${pod?.terminationGracePeriodSeconds}s`).toBe(composed(name)?.stop_grace_period);
  }
  expect(dockerfile).toContain(`AS ${name}\n`);
  expect(kustomization.images.map((image) => image.name)).toContain(container?.image);
});

test.each(["api", "bot", "scheduler", "web"])("%s survives the loss of a node and of a release", (name) => {
  const { spec } = manifests.find((one) => one.kind === "Deployment" && one.metadata.name === name) ?? {};
  expect(spec?.replicas).toBeGreaterThan(1);
  expect(spec?.strategy?.rollingUpdate["maxUnavailable"]).toBe(0);
  expect(containers[name]?.readinessProbe).toBeDefined();
  expect(containers[name]?.livenessProbe).toBeDefined();
  const budget = ofKind("PodDisruptionBudget").find((one) => one.metadata.name === name);
  expect(budget?.spec).toEqual({ minAvailable: 1, selector: { matchLabels: { app: name } } });
});

test("the ingress reaches services that exist, at the ports that the programs listen at, and no metrics", () => {
  const paths = ofKind("Ingress")[0]?.spec.rules?.[0]?.http.paths ?? [];
  expect(paths.map(({ path, backend }) => [path, backend.service.name])).toEqual([
    ["/api", "api"],
    ["/telegram", "bot"],
    ["/", "web"],
  ]);
  for (const { backend } of paths) {
    const { spec } = ofKind("Service").find((one) => one.metadata.name === backend.service.name) ?? {};
    expect(spec?.selector).toEqual({ app: backend.service.name });
    expect(spec?.ports?.[0]?.port).toBe(containers[backend.service.name]?.ports?.[0]?.containerPort);
  }
  for (const name of ["api", "bot", "scheduler"]) {
    const port = new RegExp(`AS ${name}\\nENV PORT=(\\d+)`).exec(dockerfile)?.[1];
    expect(String(containers[name]?.ports?.[0]?.containerPort)).toBe(port);
  }
});

test("alerts reach a mail server and a webhook once they are set up", () => {
  const mail = {
    ALERT_SMTP_HOST: "mail.example.org",
    ALERT_MAIL_FROM: "a@example.org",
    ALERT_MAIL_TO: "b@example.org",
  };
  const login = { ALERT_SMTP_USER: "a", ALERT_SMTP_PASSWORD: "Kd83hfWq9Tz5Vn2L" };
  const webhook = {
    ALERT_WEBHOOK_URL: "https://alerts.example.org",
    ALERT_WEBHOOK_SECRET: "Wq9Tz5Vn2LKd83hf",
  };
  const environment = { ...environmentOf("scheduler"), ...mail, ...login, ...webhook };
  expect(Object.keys(environment).length).toBe(Object.keys(environmentOf("scheduler")).length);
  const { alerts } = scheduler.readEnvironment(environment);
  expect(alerts).toMatchObject({ watches: true, mail: { port: 465 }, webhook: { mayBePrivate: false } });
  const policy = ofKind("NetworkPolicy").find((one) => one.metadata.name === "scheduler");
  expect(JSON.stringify(policy?.spec)).toContain(`"port":${alerts.mail?.port}`);
});

test("what serves goes on for a moment after it was told to stop, within its time", () => {
  for (const name of ["api", "bot"]) {
    expect(Number(environmentOf(name)["DRAIN_MS"])).toBeGreaterThan(2 * 2_000);
    const probe = containers[name]?.readinessProbe as { periodSeconds: number; failureThreshold: number };
    expect(probe).toMatchObject({ periodSeconds: 2, failureThreshold: 1 });
  }
});

test("nobody is reached or calls out, but by a policy of its own", () => {
  const policies = ofKind("NetworkPolicy");
  expect(policies.find((one) => one.metadata.name === "default-deny")?.spec).toEqual({
    podSelector: {},
    policyTypes: ["Ingress", "Egress"],
  });
  const own = policies.flatMap(({ spec }) => spec.podSelector?.matchLabels?.app ?? []);
  expect(own.toSorted()).toEqual(names.toSorted());
});
