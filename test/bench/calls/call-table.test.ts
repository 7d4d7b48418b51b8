import { expect, it } from "vitest";
import { createFakeFetch } from "../../../bench/calls/fake-fetch.ts";
import { callTable } from "../../../bench/calls/measure-calls.ts";

it("has a row for each client but the one that all are compared with", () => {
  const costs = (name: "bare fetch" | "api.request" | "ky", cpuUs: number) => ({
    name,
    figures: [{ cpuUs, wallUs: 1 }],
  });
  const found = [costs("bare fetch", 10), costs("api.request", 15), costs("ky", 20)];
  const notFound = [costs("bare fetch", 10), costs("api.request", 30), costs("ky", 40)];
  expect(callTable({ found, notFound }, "cpuUs").split("\n").slice(2)).toEqual([
    "| **`api.request`** | 1.50x (1.50 to 1.50) | 3.00x (3.00 to 3.00) |",
    "| ky | 2.00x (2.00 to 2.00) | 4.00x (4.00 to 4.00) |",
  ]);
});

it("is measured on answers that each have a request id of their own", async () => {
  const fetch = createFakeFetch();
  const answers = [await fetch("https://a.test/ses_1"), await fetch("https://a.test/no_1")];
  expect(answers.map(({ status }) => status)).toEqual([200, 404]);
  expect(answers.map(({ headers }) => headers.get("x-request-id"))).toEqual(["req_1", "req_2"]);
});
