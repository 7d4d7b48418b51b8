import { errorResponse, failing, routeHandler } from "react-recourse/msw";
import { expect, screen } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { press } from "../keyboard.ts";
import { HookFormProfile } from "./HookFormProfile.tsx";
import { TanStackFormProfile } from "./TanStackFormProfile.tsx";
import "./forms.css";

const meta = preview.meta({ title: "Forms/Field errors" });

const route = "PUT /v1/profile";

const refusing = routeHandler(route, () =>
  errorResponse(422, {
    code: "VALIDATION_FAILED",
    message: "Some fields are not valid.",
    details: { fields: { email: "has no domain", name: "is taken" } },
  }),
);

/** Saves from a field with Enter, and finds what is wrong at the fields, without a card beside them. */
async function saveAndSeeFields() {
  await press(screen.getByRole("textbox", { name: "Name" }));
  await screen.findByText("The name is taken.");
  await expect(screen.getByRole("textbox", { name: "Email" })).toHaveAccessibleDescription(
    "The email has no domain.",
  );
  await expect(screen.queryByRole("region")).toBeNull();
}

/** `setFormErrors(error, form.setError, { fields })`: the first field that is wrong has the focus. */
export const ReactHookForm = meta.story({
  name: "react-hook-form",
  render: () => <HookFormProfile />,
  beforeEach({ msw }) {
    msw.use(refusing);
  },
  play: async () => {
    await saveAndSeeFields();
    await expect(screen.getByRole("textbox", { name: "Email" })).toHaveFocus();
  },
});

/** `toFormErrors(error, { fields })` is what a validator gives back. */
export const TanStackForm = meta.story({
  name: "TanStack Form",
  render: () => <TanStackFormProfile />,
  beforeEach({ msw }) {
    msw.use(refusing);
  },
  play: saveAndSeeFields,
});

/** What is no field's fault is the card's to tell. */
export const NoField = meta.story({
  name: "No field to blame",
  render: () => <HookFormProfile />,
  beforeEach({ msw }) {
    msw.use(failing(route, 409));
  },
  play: async () => {
    await press(screen.getByRole("button", { name: "Save" }));
    await screen.findByRole("heading", { name: "This couldn’t be saved" });
  },
});
