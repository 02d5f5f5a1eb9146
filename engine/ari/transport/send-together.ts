/**
 * What is written to a socket until the present event is dealt with goes out in one piece: a key that ends one prompt and
 * starts the next costs one system call, not two. The returned function is called before each write.
 */
export function sendTogether(socket: { cork(): void; uncork(): void }): () => void {
  let held = false
  const release = () => {
    held = false
    socket.uncork()
  }
  return () => {
    if (held) return
    held = true
    socket.cork()
    // A tick that is asked for in a microtask comes when all microtasks are done, those that they lead to included.
    queueMicrotask(() => process.nextTick(release))
  }
}
