import { describe, expect, it, onTestFinished } from "vitest";
import { keepExposed } from "../../../src/components/focus/exposure.ts";

function exposed() {
  const element = document.createElement("div");
  element.className = "mine";
  element.dataset["mine"] = "true";
  const end = keepExposed(element);
  onTestFinished(end);
  return { element, end };
}

describe("An element that is kept exposed", () => {
  it.each([
    ["aria-hidden", "true"],
    ["inert", ""],
    ["data-aria-hidden", "true"],
    ["data-base-ui-inert", ""],
  ])("loses %s at once, and nothing else", async (name, value) => {
    const { element } = exposed();
    element.setAttribute(name, value);
    await Promise.resolve();
    expect(element.getAttributeNames()).toEqual(["class", "data-mine"]);
  });

  it("can be hidden again once that is over", async () => {
    const { element, end } = exposed();
    end();
    element.setAttribute("aria-hidden", "true");
    await Promise.resolve();
    expect(element).toHaveAttribute("aria-hidden", "true");
  });
});
