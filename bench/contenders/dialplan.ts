import { first, rules, type Step, steps } from '../menu'

const context = (id: string) => `bench-${id}`

/** The menu as plain dialplan, entered by `number` in `from`; `sounds` are paths without their ending, by step. */
export function dialplanMenu(from: string, number: string, sounds: Readonly<Record<string, string>>): string {
  const body = steps.map((step) => `[${context(step.id)}]\n${lines(step, sounds[step.id] ?? '')}`)
  return `\n[${from}](+)\nexten => ${number},1,Answer()\n same => n,Goto(${context(first)},s,1)\n\n${body.join('\n')}`
}

function lines(step: Step, sound: string): string {
  switch (step.kind) {
    case 'menu':
      return [
        'exten => s,1,Set(TRIES=0)',
        ` same => n(ask),Background(${sound})`,
        ` same => n,WaitExten(${rules.timeoutSeconds})`,
        ...Object.entries(step.choices).map(([key, to]) => `exten => ${key},1,Goto(${context(to)},s,1)`),
        ...['t', 'i'].map(
          (miss) =>
            `exten => ${miss},1,Set(TRIES=$[\${TRIES}+1])\n same => n,GotoIf($[\${TRIES} > ${rules.retries}]?${context(rules.giveUp)},s,1:s,ask)`,
        ),
        '',
      ].join('\n')
    case 'say':
      return `exten => s,1,Playback(${sound})\n same => n,Goto(${context(step.next)},s,1)\n`
    case 'end':
      return `exten => s,1,Playback(${sound})\n same => n,Hangup()\n`
  }
}
