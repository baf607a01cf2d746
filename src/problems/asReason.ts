/**
 * The message of another program or library as the end of a sentence, which gets a period of its own: without the
 * message's.
 */
export const asReason = (message: string): string => message.trim().replace(/\.+$/, '')
