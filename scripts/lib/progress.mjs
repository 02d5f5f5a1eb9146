// Tells what is being done, without any dependency: this runs before there are any.

const live = process.stdout.isTTY === true
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(0)} s`

/** Runs `work(detail)` under a title; shows the time passing on a terminal, and a line at the end if it took a while. */
export async function step(title, work) {
  const since = Date.now()
  let note = ''
  let told = since
  const draw = () => process.stdout.write(`\r\x1b[2K  … ${title}${note ? ` – ${note}` : ''} (${seconds(since)})`)
  const timer = setInterval(() => (live ? draw() : undefined), 500)
  // Where there is no terminal, say that something long has begun.
  const begun = live ? undefined : setTimeout(() => console.log(`  … ${title}`), 1500)
  const clear = () => {
    clearInterval(timer)
    clearTimeout(begun)
    if (live) process.stdout.write('\r\x1b[2K')
  }
  try {
    const result = await work((detail) => {
      note = String(detail).slice(0, 60)
      if (live || Date.now() - told < 1500) return
      told = Date.now()
      console.log(`    ${note} (${seconds(since)})`)
    })
    clear()
    if (Date.now() - since > 1000) console.log(`  ✓ ${title} (${seconds(since)})`)
    return result
  } catch (error) {
    clear()
    console.log(`  ✗ ${title} (${seconds(since)})`)
    throw error
  }
}

/** A failure whose message is meant for the person at the terminal: what, and what to do. */
export class Stop extends Error {}
