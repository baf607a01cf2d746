import { Router } from 'express'

/**
 * `/healthz`: 200 while the process lives, whatever the database does, so that nothing restarts it in vain.
 * `/readyz`: 200 when requests can be served, else 503, so that a load balancer sends them elsewhere.
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
