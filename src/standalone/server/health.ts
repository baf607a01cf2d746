import { Router } from 'express'

/**
 * `/healthz`: 200 while the process is alive, whatever the state of the database, so that it is not restarted for nothing.
 * `/readyz`: 200 when requests can be served, otherwise 503, so that a load balancer sends them elsewhere.
 */
export const health = (isReady: () => Promise<boolean>): Router => {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.set('cache-control', 'no-store').json({ status: 'ok' })
  })
  router.get('/readyz', async (_request, response) => {
    const ready = await isReady()
    response
      .status(ready ? 200 : 503)
      .set('cache-control', 'no-store')
      .json({ status: ready ? 'ok' : 'not ready' })
  })
  return router
}
