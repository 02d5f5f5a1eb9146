import { type Json, textOf, type ValueWriter } from '@/engine/flow'

/** `https://host` and less: what follows it may still change whom is asked. */
const IN_ORIGIN = /^[a-z][a-z0-9+.-]*:[\\/]*[^\\/?#]*$/i

/**
 * A value in an address: one path segment or one parameter, whatever it holds. One that begins the address is part of it as
 * it is (`{{ flow.base }}/x`): which addresses may be asked is checked later.
 */
export const inAddress: ValueWriter = (value, before) => {
  const text = textOf(value)
  if (before.trim() === '') return text
  // `https://{{ flow.host }}/x` may name a port.
  return IN_ORIGIN.test(before) ? encoded(text).replaceAll('%3A', ':') : encoded(text)
}

/** A secret in an address: an administrator may keep several segments of a path in one. */
export const secretInAddress: ValueWriter = (value, before) => {
  const text = inAddress(value, before)
  return before.includes('?') || IN_ORIGIN.test(before) ? text : text.replaceAll('%2F', '/')
}

/** Whether an address has a segment that means the folder itself or the one above: no writing keeps it a name. */
export function climbs(address: string): boolean {
  const [path = ''] = address.split(/[?#]/)
  // Some servers decode a path before they look at its segments.
  return path.split(/[\\/]|%2f|%5c/i).some((segment) => /^(\.|%2e){1,2}$/i.test(segment))
}

/** A value in a header: one line. */
export const inHeader: ValueWriter = (value) => textOf(value).replace(/[\r\n\0]+/g, ' ')

/** How values are written in a body: by its content type, else by what it looks like. One writer serves one body. */
export function inBody(contentType: string | undefined, template: string): ValueWriter {
  const type = contentType ?? (/^\s*(\[|\{(?!\{))/.test(template) ? 'json' : '')
  if (/json/i.test(type)) return inJson()
  if (/x-www-form-urlencoded/i.test(type)) return (value) => encoded(textOf(value))
  if (/xml/i.test(type)) return (value) => textOf(value).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
  return textOf
}

/** Inside a JSON string a value is the string's content, outside one it is JSON itself. */
function inJson(): ValueWriter {
  let read = 0
  let inString = false
  return (value, before) => {
    for (; read < before.length; read++) {
      if (inString && before[read] === '\\') read++
      else if (before[read] === '"') inString = !inString
    }
    return inString ? content(value) : JSON.stringify(value)
  }
}

function content(value: Json): string {
  return JSON.stringify(textOf(value)).slice(1, -1)
}

function encoded(text: string): string {
  // Half a character has no encoding. The other five are what browsers leave and servers may take for their own.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
