import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, test } from '@playwright/test'
import { signIn } from './support/browser'
import { untilHealth } from './support/health'
import { startProduct } from './support/product'

test('another’s Asterisk refuses us, then is away: Patchbay starts all the same, and terminal and page say why and what to do', async ({
  page,
}) => {
  test.setTimeout(600_000)
  const asterisk = createServer((_request, response) => response.writeHead(401).end())
  asterisk.listen(0, '127.0.0.1')
  await once(asterisk, 'listening')
  const address = asterisk.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const product = await startProduct({ env: { PATCHBAY_ASTERISK: `http://patchbay:wrong@127.0.0.1:${port}/ari` } })
  try {
    const remedy = 'ARI answers 401 at the address in PATCHBAY_ASTERISK: check user and password'
    await expect.poll(() => product.output.join('\n')).toContain(remedy)
    expect(product.output.join('\n')).not.toContain('wrong')
    await signIn(page, product)
    await page.goto(`${product.url}/flows`)
    await page.getByTitle('Asterisk is down').click()
    await expect(page.getByText(remedy)).toBeVisible()

    asterisk.close()
    const away = await untilHealth(product, ({ problem }) => problem?.code === 'ARI_UNREACHABLE')
    expect(away).toMatchObject({ code: 503, engine: 'up', asterisk: { state: 'down' } })
  } finally {
    asterisk.close()
    await product.stop()
  }
})
