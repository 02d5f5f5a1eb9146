'use client'

/** Last resort when even the layout broke: no theme and no messages, so both languages in plain HTML. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body
        style={{
          display: 'grid',
          placeContent: 'center',
          minHeight: '100vh',
          margin: 0,
          fontFamily: 'system-ui, sans-serif',
          textAlign: 'center',
        }}
      >
        <h1 style={{ fontSize: '1rem' }}>Something went wrong · 出了点问题</h1>
        <p>
          <button type="button" onClick={reset}>
            Try again · 重试
          </button>
        </p>
      </body>
    </html>
  )
}
