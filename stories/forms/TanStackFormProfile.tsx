import { useForm } from "@tanstack/react-form";
import { ErrorCard, useApiMutation } from "react-recourse";
import { toFormErrors } from "react-recourse/forms";
import { Field } from "./Field.tsx";
import { type Profile, profileFields, toSentence } from "./profile.ts";

const defaultValues: Profile = { name: "Parcel Desk", email: "desk@parcel" };

/** The same on TanStack Form, whose validator sends the form and gives back what the answer says. */
export function TanStackFormProfile() {
  const save = useApiMutation("PUT /v1/profile");
  const form = useForm({
    defaultValues,
    validators: {
      onSubmitAsync: ({ value }) =>
        save.mutateAsync({ body: value }).then(
          () => undefined,
          (error) => toFormErrors(error, { fields: profileFields, toMessage: toSentence }),
        ),
    },
  });
  return (
    <form
      className="form-story"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.handleSubmit();
      }}
    >
      {profileFields.map((name) => (
        <form.Field key={name} name={name}>
          {({ state, handleChange, handleBlur }) => (
            <Field
              label={name === "name" ? "Name" : "Email"}
              name={name}
              value={state.value}
              problem={state.meta.errors[0]}
              onChange={(event) => handleChange(event.target.value)}
              onBlur={handleBlur}
            />
          )}
        </form.Field>
      ))}
      <button type="submit" className="form-save" aria-disabled={save.isPending}>
        {save.isPending ? "Saving…" : "Save"}
      </button>
      {save.error && !toFormErrors(save.error, { fields: profileFields }) && (
        <ErrorCard error={save.error} variant="inline" onRetry={() => form.handleSubmit()} />
      )}
    </form>
  );
}
