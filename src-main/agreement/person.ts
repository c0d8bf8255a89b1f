/** Who said or did something. People are not kept by an id yet: it is the name as it was given. */
export type PersonId = string;
