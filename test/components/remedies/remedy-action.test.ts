import { afterEach, describe, expect, it, vi } from "vitest";
import { browserRemedy } from "../../../src/components/remedies/remedy-action.ts";
import { remedyIds } from "../../../src/guidance/remedy.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("what the browser can do by itself", () => {
  it("is to go back, where there is a page to go back to", () => {
    const back = vi.spyOn(window.history, "back").mockImplementation(() => {});
    vi.spyOn(window.history, "length", "get").mockReturnValue(2);
    browserRemedy("goBack")?.();
    expect(back).toHaveBeenCalledTimes(1);
  });

  it("is not to go back on the first page", () => {
    vi.spyOn(window.history, "length", "get").mockReturnValue(1);
    expect(browserRemedy("goBack")).toBeUndefined();
  });

  it("is to reload, and nothing else", () => {
    vi.spyOn(window.history, "length", "get").mockReturnValue(1);
    expect(remedyIds.filter((id) => browserRemedy(id))).toEqual(["reload"]);
  });
});
