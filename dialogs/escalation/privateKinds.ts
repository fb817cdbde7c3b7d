// What is taken out of a text before staff and the database get it.
export const privateKinds = ['email', 'phone', 'card', 'iban'] as const;
export type PrivateKind = (typeof privateKinds)[number];
