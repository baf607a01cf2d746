import type { EmailAdapter } from 'payload'

/**
 * Sends nothing: logs the recipient and subject of each message. Never its text, which may contain a one-time link. The
 * default until an installation supplies an adapter that sends.
 */
export const logOnlyEmail: EmailAdapter = ({ payload }) => ({
  name: 'log-only',
  defaultFromAddress: 'answerbook@example.com',
  defaultFromName: 'Answerbook',
  sendEmail: ({ subject, to }) => {
    const message = 'No e-mail adapter is set up, so this message was not sent.'
    payload.logger.info({ subject, to, msg: message })
    return Promise.resolve()
  },
})
