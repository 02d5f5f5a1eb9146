import type { Diagnostic, DiagnosticCode } from './diagnostic'
import { fillSentence } from './sentence'

/** The words for a value type in the param. */
const aType = (param: string) =>
  `{${param}, select, text {text} number {a number} boolean {true/false} json {JSON} list {a list} map {a group of values} time {a time} duration {a length of time} nothing {nothing} other {something else}}`

/**
 * The English sentence of each code; in ICU's message format. `app/messages/en/diagnostics.json` says the same (a test
 * compares them); here because the compiler and the CLI know no UI.
 */
export const diagnosticSentences: Readonly<Record<DiagnosticCode, string>> = {
  PB101: 'The flow has no start step.',
  PB102: 'The flow has more than one start step; keep one.',
  PB103: 'Another step has the same id, “{id}”.',
  PB104: 'This Patchbay does not know the step type “{type}”.',
  PB105: 'This step was made with version {version} of its type; this Patchbay knows version {known}.',
  PB106: '“{type}” steps cannot be used in this kind of flow.',
  PB107: 'A connection leads from or to a step that does not exist, “{id}”.',
  PB108: 'A connection leaves by “{outcome}”, an exit that this step does not have.',
  PB109: 'The exit “{outcome}” is connected twice; only one connection is possible.',
  PB110: 'A connection leads into the start step; calls can only begin there.',
  PB111: 'The variable name “{name}” is already taken.',
  PB112: `The first value of “{name}” must be ${aType('expected')}.`,
  PB201:
    '{reason, select, type {This value is of the wrong kind.} required {This field needs a value.} min {Must be {limit} or more.} max {Must be {limit} or less.} short {Needs {limit} or more.} long {Must not be longer than {limit}.} option {This is none of the choices.} format {This is not written as it must be.} unknown {Unknown field “{name}”.} other {This value is not valid.}}',
  PB202: 'This field needs a value.',
  PB203: 'This prompt has nothing that can be spoken.',
  PB204: 'There is no variable “{name}”.',
  PB205: `“{name}” holds ${aType('actual')}, but this step puts ${aType('expected')} into it.`,
  PB206: 'There is no secret named “{name}”.',
  PB207: 'There is no sound named “{name}”.',
  PB208: 'This module is not published.',
  PB209: 'The module “{name}” would run itself.',
  PB210: 'The module has no outcome “{outcome}”.',
  PB211: 'The key {key} is used twice.',
  PB212: 'The published module “{name}” has errors of its own; open it and publish it again.',
  PB213: 'With all its modules, this flow has more than {limit} steps.',
  PB214: 'The module has no {side, select, input {input} other {output}} “{name}”.',
  PB215: 'There is no voice for the language “{language}”.',
  PB301: 'No call can reach this step.',
  PB302: 'The exit “{outcome}” leads nowhere.',
  PB303:
    '{bound, select, none {These steps repeat for ever without waiting for the caller.} other {These steps repeat without waiting for the caller; make sure that something ends it.}}',
  PB304: 'These steps repeat until the caller hangs up: none of them asks the caller anything, and no exit leads out of them.',
  PB401:
    '{reason, select, empty {Write an expression.} end {Something is missing at the end.} quote {A text is not closed with a quote.} reserved {“{found}” is a reserved word.} complex {This is too long or too deeply nested.} number {This is not a number.} escape {This backslash sequence is not known.} braces {“{open}” is not closed with “{close}”.} other {“{found}” is not expected here.}}',
  PB402: `{reason, select, operator {“{op}” does not work between ${aType('left')} and ${aType('right')}.} sign {“{op}” cannot stand before ${aType('right')}.} function {“{name}” cannot be called like this.} logic {Here only true/false can stand, not ${aType('actual')}.} branches {Both sides of “:” must be of one type, not ${aType('left')} and ${aType('right')}.} index {The place in a list must be a whole number.} field {Nothing can be read out of ${aType('actual')}.} loop {Only lists can be gone through, not ${aType('actual')}.} pattern {This is not a pattern: {detail}} expects {The result must be ${aType('expected')}, but it is ${aType('actual')}.} other {The types do not fit together.}}`,
  PB403: 'There is nothing named “{name}”.',
}

type Details = Omit<Diagnostic, 'code' | 'severity' | 'message'>

/** `finding('PB211', 'error', { params: { key }, path })`: a diagnostic with its English sentence filled in. */
export function finding(code: DiagnosticCode, severity: Diagnostic['severity'], details: Details = {}): Diagnostic {
  return { code, severity, message: fillSentence(diagnosticSentences[code], details.params), ...details }
}
