import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { addVariable, variablesOf } from '../model/edits/flow'
import { useEditor, useSession, useSurroundings } from '../session/EditorContext'
import classes from './FlowSettings.module.css'
import { VariableRow } from './VariableRow'

/** The flow's variables: what they are called, what they hold, and where they are used. */
export function Variables() {
  const t = useTranslations('editor.variables')
  const { editor } = useSession()
  const variables = useEditor((state) => state.document.variables)
  const nodes = useEditor((state) => state.document.nodes)
  const kind = useEditor((state) => state.document.kind)
  const readOnly = useEditor((state) => state.readOnly)
  const explain = useSurroundings((state) => state.explain)
  const [fresh, setFresh] = useState<string | null>(null)
  const uses = useMemo(() => {
    const counts = new Map<string, number>()
    for (const node of nodes) for (const name of variablesOf(node, explain)) counts.set(name, (counts.get(name) ?? 0) + 1)
    return counts
  }, [nodes, explain])
  const add = () => {
    const taken = new Set(variables.map((variable) => variable.name))
    let number = variables.length + 1
    while (taken.has(`value${number}`)) number++
    const name = `value${number}`
    setFresh(name)
    editor.getState().run({ name: 'variable', edit: (document) => addVariable(document, { name, type: 'string' }) })
  }
  return (
    <section className={classes.section} aria-label={t('title')} data-testid="variables">
      <h3 className={classes.title}>{t('title')}</h3>
      <p className={classes.help}>{t('help')}</p>
      <ul className={classes.list}>
        {variables.map((variable, index) => (
          <VariableRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a variable's name changes while its row stays
            key={index}
            index={index}
            variable={variable}
            uses={uses.get(variable.name) ?? 0}
            module={kind === 'module'}
            readOnly={readOnly}
            focus={fresh === variable.name}
          />
        ))}
      </ul>
      {!readOnly && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<IconPlus size={13} />}
          onClick={add}
          data-testid="add-variable"
        >
          {t('add')}
        </Button>
      )}
    </section>
  )
}
