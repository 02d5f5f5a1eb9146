import type { Diagnostic, DiagnosticCode } from './diagnostic'

/**
 * The English sentence of each code; `{name}` stands for a param. `app/messages/en/diagnostics.json` says the same (a test
 * compares them); here because the compiler and the CLI know no UI.
 */
export const diagnosticSentences: Readonly<Record<DiagnosticCode, string>> = {
  PB101: 'The flow has no start step.',
  PB102: 'The flow has more than one start step; keep one.',
  PB103: 'Another step has the same id, “{id}”.',
  PB104: 'This version of Patchbay does not know the step type “{type}”.',
  PB105: 'This step was made with version {version} of its type; this Patchbay knows version {known}.',
  PB106: '“{type}” steps cannot be used in this kind of flow.',
  PB107: 'A connection leads from or to a step that does not exist, “{id}”.',
  PB108: 'A connection leaves by “{outcome}”, an exit that this step no longer has.',
  PB109: 'The exit “{outcome}” is connected twice; only one connection is possible.',
  PB110: 'A connection leads into the start step; a call can only begin there.',
  PB111: 'The variable name “{name}” is already taken.',
  PB112: 'The first value of “{name}” is not of its type, {type}.',
  PB201: '{reason}',
  PB202: 'This field needs a value.',
  PB203: 'This prompt has nothing that can be spoken.',
  PB204: 'There is no variable “{name}”.',
  PB205: 'The variable “{name}” is of type {actual}; this step stores {expected}.',
  PB206: 'There is no secret named “{name}”.',
  PB207: 'There is no sound named “{name}”.',
  PB208: 'This step runs a module that is not published.',
  PB209: 'The module “{name}” would run itself.',
  PB210: 'The module has no outcome “{outcome}”.',
  PB211: 'The key {key} is used twice.',
  PB301: 'No call can reach this step.',
  PB302: 'The exit “{outcome}” leads nowhere.',
  PB303: 'These steps repeat without ever waiting for the caller.',
  PB401: '{reason}',
  PB402: '{reason}',
  PB403: 'There is nothing named “{name}”.',
}

type Details = Omit<Diagnostic, 'code' | 'severity' | 'message'>

/** `finding('PB211', 'error', { params: { key }, path })`: a diagnostic with its English sentence filled in. */
export function finding(code: DiagnosticCode, severity: Diagnostic['severity'], details: Details = {}): Diagnostic {
  const params = details.params ?? {}
  const message = diagnosticSentences[code].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
  return { code, severity, message, ...details }
}
