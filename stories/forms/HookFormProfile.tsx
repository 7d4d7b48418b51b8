import { useForm } from "react-hook-form";
import { ErrorCard, useApiMutation } from "react-recourse";
import { setFormErrors } from "react-recourse/forms";
import { Field } from "./Field.tsx";
import { type Profile, profileFields, toSentence } from "./profile.ts";

/** What the answer says of a field stands at the field; all else is the card's to tell. */
export function HookFormProfile() {
  const form = useForm<Profile>({ defaultValues: { name: "Parcel Desk", email: "desk@parcel" } });
  const save = useApiMutation(
    "PUT /v1/profile",
    {},
    {
      onError: (error) =>
        setFormErrors(error, form.setError, { fields: profileFields, toMessage: toSentence }),
    },
  );
  const { errors } = form.formState;
  const isTold = Object.keys(errors).length > 0;
  const submit = form.handleSubmit((body) => {
    if (!save.isPending) save.mutate({ body });
  });
  return (
    <form className="form-story" onSubmit={submit} noValidate>
      <Field label="Name" problem={errors.name?.message} {...form.register("name")} />
      <Field label="Email" problem={errors.email?.message} {...form.register("email")} />
      <button type="submit" className="form-save" aria-disabled={save.isPending}>
        {save.isPending ? "Saving…" : "Save"}
      </button>
      {save.error && !isTold && (
        <ErrorCard error={save.error} variant="inline" onRetry={() => submit()} />
      )}
    </form>
  );
}
