/** A part of a path as it was meant; Next leaves percent-encoding as it came. What is not encoded properly stays as it is. */
export function pathPart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
