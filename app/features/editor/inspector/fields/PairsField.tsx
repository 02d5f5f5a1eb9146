import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import { checkTemplate, type ExpressionScope } from '@/engine/flow/expressions'
import { CodeField } from '../code/CodeField'
import type { FieldProps } from '../field-props'
import { FieldFrame } from './FieldFrame'
import { FieldProblems } from './FieldProblems'
import classes from './Fields.module.css'
import { useExpressionScope } from './useExpressionScope'

type Pair = readonly [name: string, value: string]

/** Names with templates, such as headers. A row without a name is kept on the page until it has one. */
export function PairsField({ spec, path, value, onChange, label, help, problems, readOnly }: FieldProps) {
  const t = useTranslations('editor.fields')
  const scope = useExpressionScope(spec.extra)
  const stored = useMemo(() => pairsOf(value), [value])
  const [pairs, setPairs] = useState<readonly Pair[]>(stored)
  useEffect(() => {
    // taken over when it was changed from elsewhere: undo, someone else
    setPairs((before) => (JSON.stringify(named(before)) === JSON.stringify(stored) ? before : stored))
  }, [stored])
  const write = (next: readonly Pair[]) => {
    setPairs(next)
    onChange(Object.fromEntries(named(next)))
  }
  return (
    <FieldFrame label={label} help={help} problems={problems} group>
      {() => (
        <>
          <ul className={classes.rows}>
            {pairs.map(([name, text], index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a pair's name changes while it is typed; its place does not
              <li key={index} className={classes.row} style={{ alignItems: 'flex-start' }}>
                <div className={classes.rowFields}>
                  <TextInput
                    size="sm"
                    classNames={{ input: classes.mono }}
                    aria-label={t('pairName', { label, number: index + 1 })}
                    placeholder={t('pairNamePlaceholder')}
                    value={name}
                    readOnly={readOnly}
                    error={name !== '' && pairs.some(([other], at) => at !== index && other === name)}
                    onChange={(event) => write(pairs.map((pair, at) => (at === index ? [event.currentTarget.value, pair[1]] : pair)))}
                  />
                  <PairValue
                    label={t('pairValue', { label, number: index + 1 })}
                    text={text}
                    scope={scope}
                    path={[...path, name]}
                    readOnly={readOnly}
                    onChange={(next) => write(pairs.map((pair, at) => (at === index ? [pair[0], next] : pair)))}
                  />
                </div>
                {!readOnly && (
                  <ActionIcon
                    size="sm"
                    mt={4}
                    aria-label={t('removePair', { name })}
                    onClick={() => write(pairs.filter((_, at) => at !== index))}
                  >
                    <IconX size={14} />
                  </ActionIcon>
                )}
              </li>
            ))}
          </ul>
          {!readOnly && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              mt={pairs.length > 0 ? 6 : 0}
              leftSection={<IconPlus size={13} />}
              onClick={() => setPairs([...pairs, ['', '']])}
            >
              {t('addPair')}
            </Button>
          )}
        </>
      )}
    </FieldFrame>
  )
}

interface PairValueProps {
  readonly label: string
  readonly text: string
  readonly scope: ExpressionScope
  readonly path: FieldProps['path']
  readonly readOnly: boolean
  readonly onChange: (text: string) => void
}

function PairValue({ label, text, scope, path, readOnly, onChange }: PairValueProps) {
  const findings = useMemo(() => checkTemplate(text, scope), [text, scope])
  return (
    <div>
      <CodeField
        label={label}
        language="template"
        value={text}
        onChange={onChange}
        scope={scope}
        findings={findings}
        readOnly={readOnly}
        path={path}
      />
      <FieldProblems problems={findings} />
    </div>
  )
}

function pairsOf(value: unknown): Pair[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.entries(value).map(([name, text]) => [name, String(text)])
}

/** Those that can be written: with a name, the first of each. */
function named(pairs: readonly Pair[]): Pair[] {
  return pairs.filter(([name], index) => name !== '' && pairs.findIndex(([other]) => other === name) === index)
}
