import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, parseAllDocuments } from "yaml";

type Reference = { name: string; key: string; optional?: boolean };
export type Setting = {
  name: string;
  value?: string;
  valueFrom?: { configMapKeyRef?: Reference; secretKeyRef?: Reference };
};
export type Container = {
  name: string;
  image: string;
  ports?: { name: string; containerPort: number }[];
  env: Setting[];
  resources: { requests: Record<string, string>; limits: Record<string, string> };
  securityContext: {
    allowPrivilegeEscalation: boolean;
    readOnlyRootFilesystem: boolean;
    capabilities: { drop: string[]; add?: string[] };
  };
  startupProbe?: object;
  livenessProbe?: object;
  readinessProbe?: object;
};
export type Pod = {
  automountServiceAccountToken: boolean;
  securityContext: Record<string, unknown>;
  terminationGracePeriodSeconds?: number;
  containers: Container[];
};
export type Manifest = {
  kind: string;
  metadata: { name: string };
  data?: Record<string, string>;
  spec: {
    replicas?: number;
    minAvailable?: number;
    selector?: Record<string, unknown>;
    podSelector?: { matchLabels?: { app: string } };
    policyTypes?: string[];
    ports?: { name: string; port: number; targetPort: string }[];
    strategy?: { rollingUpdate: Record<string, number> };
    template?: { metadata: { labels: { app: string } }; spec: Pod };
    rules?: {
      http: { paths: { path: string; backend: { service: { name: string; port: { name: string } } } }[] };
    }[];
  };
};

export const kustomization: { resources: string[]; images: { name: string }[] } = parse(
  readFileSync(join(import.meta.dirname, "kustomization.yaml"), "utf8"),
);

/** All documents that kustomize applies. Throws on a syntax error. */
export const manifests: Manifest[] = kustomization.resources.flatMap((name) =>
  parseAllDocuments(readFileSync(join(import.meta.dirname, name), "utf8")).map((document) => {
    const [error] = document.errors;
    if (error !== undefined) throw new Error(`${name}: ${error.message}`);
    return document.toJS() as Manifest;
  }),
);

export const ofKind = (kind: string): Manifest[] => manifests.filter((one) => one.kind === kind);

/** The container of each workload, by the name of the workload. */
export const containers: Record<string, Container> = Object.fromEntries(
  manifests.flatMap(({ metadata, spec }) => {
    const container = spec?.template?.spec.containers[0];
    return container === undefined ? [] : [[metadata.name, container]];
  }),
);
