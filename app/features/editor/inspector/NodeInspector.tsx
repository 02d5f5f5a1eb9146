export function NodeInspector({ id }: { id: string }) {
  return <p>{id}</p>
}
