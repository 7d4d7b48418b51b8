/** Apps that have tests of their own: they install the tarball, in the way that README says, and run their `npm test`. */

import { describe, expect, inject, it, onTestFinished } from "vitest";
import { installConsumer, run } from "./consumer.ts";

describe("The tarball, installed as README says, works in", () => {
  it.each(["jest", "vitest"])("%s", async (name) => {
    const { folder, remove } = await installConsumer(name, inject("tarball"));
    onTestFinished(remove);

    expect(await run("npm test", { cwd: folder })).toMatch(/pass/i);
  });
});
