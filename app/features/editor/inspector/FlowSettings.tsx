export function FlowSettings() {
  return <p />
}
