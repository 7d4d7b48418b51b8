import type { FieldError } from "react-recourse/forms";

export interface Profile {
  name: string;
  email: string;
}

export const profileFields = ["name", "email"] as const;

/** The service says "is taken", as many do. */
export const toSentence = ({ name, message }: FieldError) => `The ${name} ${message}.`;
