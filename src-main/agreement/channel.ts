/** How something went out to the other party, or came in from it. */
export const CHANNEL_NAMES = ['ticket', 'mail', 'ems', 'post', 'phone', 'in-person', 'online-chat'] as const;
export type Channel = (typeof CHANNEL_NAMES)[number];
