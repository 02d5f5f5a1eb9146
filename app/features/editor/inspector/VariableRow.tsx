import { ActionIcon, Checkbox, Select, TextInput, Tooltip } from '@mantine/core'
import { IconDots, IconTrash } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { type Variable, VariableName, VariableType } from '@/engine/flow'
import { reservedVariableNames } from '@/engine/flow/expressions'
import { changeVariable, removeVariable } from '../model/edits/flow'
import { useEditor, useSession, useSurroundings, useUi } from '../session/EditorContext'
import classes from './FlowSettings.module.css'
import fields from './fields/Fields.module.css'
import { InitialValue } from './InitialValue'

interface Props {
  readonly variable: Variable
  /** Its place in the flow's list: problems name it by that. */
  readonly index: number
  readonly uses: number
  /** In a module, variables can be filled by and read by the caller. */
  readonly module: boolean
  readonly readOnly: boolean
  readonly focus: boolean
}

/** One variable. A new name is written into every step that uses it. */
export function VariableRow({ variable, index, uses, module, readOnly, focus }: Props) {
  const t = useTranslations('editor.variables')
  const { editor } = useSession()
  const explain = useSurroundings((state) => state.explain)
  const names = useEditor((state) => state.document.variables)
  const [typed, setTyped] = useState(variable.name)
  const [more, setMore] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => setTyped(variable.name), [variable.name])
  useEffect(() => {
    if (focus) input.current?.select()
  }, [focus])
  // a problem of what is folded away opens it
  const asked = useUi(({ field }) => field?.nodeId === null && field.path[0] === 'variables' && field.path[1] === index && field.path[2])
  useEffect(() => {
    if (asked === 'initial') setMore(true)
  }, [asked])
  const fieldOf = (field: string) => JSON.stringify(['variables', index, field])
  const problem = nameProblem(typed, variable.name, names)
  const set = (next: Variable, tag?: string) =>
    editor.getState().run({ name: 'variable', tag, edit: (document) => changeVariable(document, variable.name, next, explain) })
  const commit = () => {
    if (problem || typed === variable.name) setTyped(variable.name)
    else set({ ...variable, name: typed })
  }
  return (
    <li className={classes.variable} data-variable={variable.name}>
      <div className={classes.line}>
        <Tooltip label={problem ? t(`problems.${problem}`) : t('usedAs', { name: variable.name })} openDelay={problem ? 0 : 500}>
          <TextInput
            ref={input}
            data-field={fieldOf('name')}
            size="xs"
            classNames={{ input: fields.mono }}
            aria-label={t('name')}
            value={typed}
            readOnly={readOnly}
            error={problem !== null}
            spellCheck={false}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={commit}
            onKeyDown={(event) => {
              if (event.key === 'Enter') commit()
              if (event.key === 'Escape') setTyped(variable.name)
            }}
          />
        </Tooltip>
        <Select
          size="xs"
          w={104}
          aria-label={t('type')}
          data={VariableType.options.map((type) => ({ value: type, label: t(`types.${type}`) }))}
          value={variable.type}
          allowDeselect={false}
          readOnly={readOnly}
          comboboxProps={{ withinPortal: true, shadow: 'lg' }}
          onChange={(next) => {
            const type = VariableType.safeParse(next)
            if (!type.success) return
            // a first value of another type would be a problem that nobody asked for
            const { initial: _, ...rest } = variable
            set({ ...rest, type: type.data })
          }}
        />
        <ActionIcon
          size="sm"
          aria-label={t('more', { name: variable.name })}
          aria-expanded={more}
          onClick={() => setMore((before) => !before)}
        >
          <IconDots size={14} />
        </ActionIcon>
        {!readOnly && (
          <ActionIcon
            size="sm"
            aria-label={t('remove', { name: variable.name })}
            onClick={() => editor.getState().run({ name: 'variable', edit: (document) => removeVariable(document, variable.name) })}
          >
            <IconTrash size={14} stroke={1.75} />
          </ActionIcon>
        )}
      </div>
      {more && (
        <div className={classes.more}>
          <div data-field={fieldOf('initial')}>
            <InitialValue
              variable={variable}
              readOnly={readOnly}
              onChange={(initial) => {
                const { initial: _, ...rest } = variable
                set(initial === undefined ? rest : { ...rest, initial }, `initial:${variable.name}`)
              }}
            />
          </div>
          <TextInput
            size="xs"
            aria-label={t('description')}
            placeholder={t('description')}
            value={variable.description ?? ''}
            maxLength={500}
            readOnly={readOnly}
            onChange={(event) => {
              const { description: _, ...rest } = variable
              const description = event.currentTarget.value
              set(description ? { ...rest, description } : rest, `description:${variable.name}`)
            }}
          />
          {module && (
            <div className={classes.checks}>
              <Checkbox
                size="xs"
                label={t('input')}
                checked={variable.input ?? false}
                disabled={readOnly}
                onChange={(event) => set({ ...variable, input: event.currentTarget.checked })}
              />
              <Checkbox
                size="xs"
                label={t('output')}
                checked={variable.output ?? false}
                disabled={readOnly}
                onChange={(event) => set({ ...variable, output: event.currentTarget.checked })}
              />
            </div>
          )}
          <p className={classes.used}>{t('used', { count: uses })}</p>
        </div>
      )}
    </li>
  )
}

function nameProblem(typed: string, own: string, all: readonly Variable[]): 'bad' | 'taken' | 'reserved' | null {
  if (typed === own) return null
  if (reservedVariableNames.has(typed)) return 'reserved'
  if (!VariableName.safeParse(typed).success) return 'bad'
  return all.some((variable) => variable.name === typed) ? 'taken' : null
}
