import { expect, test } from "vitest";
import { asEndpoint, isPushEndpoint } from "./push-endpoint.ts";

test.each([
  "https://fcm.googleapis.com/fcm/send/dpx:APA91b",
  "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
  "https://web.push.apple.com/QJvR2",
  "https://wns2-par02p.notify.windows.com/w/?token=BQYAAA%3d",
])("the push services of browsers are accepted: %s", (endpoint) => {
  expect(isPushEndpoint(endpoint)).toBe(true);
});

test.each([
  ["plain", "http://fcm.googleapis.com/fcm/send/a"],
  ["another port", "https://push.example.org:8443/a"],
  ["a name and password", "https://a:b@push.example.org/a"],
  ["this machine", "https://127.0.0.1/a"],
  ["this machine as a number", "https://2130706433/a"],
  ["this machine in octal", "https://0177.0.0.1/a"],
  ["this machine by name", "https://localhost/a"],
  ["this machine with a dot", "https://localhost./a"],
  ["a private network", "https://10.0.0.5/latest"],
  ["the metadata of a cloud", "https://169.254.169.254/latest/meta-data"],
  ["an IPv6 address", "https://[::1]/a"],
  ["a name of the network", "https://postgres/a"],
  ["a name of a cluster", "https://api.default.svc.cluster.local/a"],
  ["a short name of a cluster", "https://api.default.svc/a"],
  ["a name of a cloud", "https://metadata.google.internal/a"],
  ["a fragment", "https://push.example.org/a#b"],
  ["a file", "file:///etc/passwd"],
  ["no address", "push"],
  ["a very long one", `https://push.example.org/${"a".repeat(1_000)}`],
])("%s is refused", (_what, endpoint) => {
  expect(isPushEndpoint(endpoint)).toBe(false);
});

test.each([
  " https://push.example.org/p/a",
  "HTTPS://PUSH.EXAMPLE.ORG/p/a",
  "https://push.example.org\\p\\a",
  "https://push.example.org/p/\r\na",
  "https://push.example.org:443/x/../p/a",
])("one address is kept as one text: %j", (endpoint) => {
  expect(asEndpoint(endpoint)).toBe("https://push.example.org/p/a");
});
