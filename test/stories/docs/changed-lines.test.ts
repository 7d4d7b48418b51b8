/** What the guides in Storybook show of a change. */
import { describe, expect, it } from "vitest";
import { changedLines } from "../../../stories/docs/changed-lines.ts";

const marked = (before: string, after: string) =>
  changedLines(before, after).map(({ mark, text }) => mark + text);

describe("changedLines", () => {
  it("keeps what is in both texts, and puts what goes before what comes", () => {
    expect(marked("a\nold\nb\n", "a\nnew\nb\nc\n")).toEqual([" a", "-old", "+new", " b", "+c"]);
  });

  it("keeps as many lines as can be", () => {
    expect(marked("x\na\nb\nc", "a\nb\nc\nx")).toEqual(["-x", " a", " b", " c", "+x"]);
  });

  it("keeps all of a text that is the same", () => {
    expect(marked("a\n\nb", "a\n\nb")).toEqual([" a", " ", " b"]);
  });
});
