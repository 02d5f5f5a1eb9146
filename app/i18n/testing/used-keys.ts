import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface UsedKeys {
  /** Full key → a file that asks for it. */
  readonly exact: Map<string, string>
  /** Regular expression of a computed key → a file. */
  readonly patterns: Map<string, string>
}

/** Every message key that the sources below a folder ask for, found by their text. */
export function usedKeys(folder: string): UsedKeys {
  const found: UsedKeys = { exact: new Map(), patterns: new Map() }
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || /\.test\.tsx?$/.test(entry.name)) continue
    const { exact, patterns } = of(readFileSync(join(entry.parentPath, entry.name), 'utf8'), entry.name)
    for (const [key, file] of exact) found.exact.set(key, file)
    for (const [key, file] of patterns) found.patterns.set(key, file)
  }
  return found
}

usedKeys.of = of

const declaration = /(?:const|let)\s+(\w+)\s*=\s*(?:await\s+)?(?:useTranslations|getTranslations)\(\s*'([^']*)'\s*\)/g
const direct = /(?:useTranslations|getTranslations)\(\s*'([^']*)'\s*\)\s*\)?\(\s*'([^']+)'/g

function of(source: string, file: string): UsedKeys {
  const exact = new Map<string, string>()
  const patterns = new Map<string, string>()
  // One name may stand for several namespaces in one file (a component each); a key counts if any of them fits.
  const namespaces = new Map<string, Set<string>>()
  for (const [, name = '', namespace = ''] of source.matchAll(declaration))
    namespaces.set(name, (namespaces.get(name) ?? new Set()).add(namespace))
  for (const [, namespace, key] of source.matchAll(direct)) exact.set(`${namespace}.${key}`, file)
  for (const [name, spaces] of namespaces) {
    const call = new RegExp(`(?<![\\w.])${name}(?:\\.rich|\\.markup)?\\(\\s*(?:'([^']+)'|"([^"]+)"|\`([^\`]+)\`)`, 'g')
    for (const [, single, double, template] of source.matchAll(call)) {
      for (const namespace of spaces) {
        if (template === undefined) exact.set(`${namespace}.${single ?? double}`, file)
        else patterns.set(`${namespace}.${template}`.replace(/\./g, '\\.').replace(/\$\{[^}]*\}/g, '[^.]+'), file)
      }
    }
    // A key from a variable, `t(failure.reason)`, may be any of the namespace.
    if (new RegExp(`(?<![\\w.])${name}\\(\\s*[A-Za-z]`).test(source))
      for (const namespace of spaces) patterns.set(`${namespace}\\.[^.]+`, file)
  }
  return { exact, patterns }
}
