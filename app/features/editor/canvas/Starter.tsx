import { Menu, UnstyledButton } from '@mantine/core'
import { IconDialpad, IconFileText, IconListNumbers, IconVolume } from '@tabler/icons-react'
import { useStore } from '@xyflow/react'
import { useTranslations } from 'next-intl'
import { type FlowDocument, parseDocument } from '@/engine/flow'
import { nodeExamples } from '@/nodes/registry.example'
import { apply } from '../model/apply'
import { GAP } from '../model/geometry'
import { openDocument } from '../model/open'
import { diff } from '../model/patch'
import { useActions, useEditor, useSession, useSurroundings } from '../session/EditorContext'
import { useNodeWords } from '../words/useNodeWords'
import classes from './Starter.module.css'

/** First things to do with a call, as far as this build has the step. */
const suggestions = [
  { type: 'play', key: 'greeting', icon: IconVolume },
  { type: 'menu', key: 'menu', icon: IconListNumbers },
  { type: 'collect', key: 'digits', icon: IconDialpad },
] as const

/** An empty flow: what the caller hears first, asked right where the answer goes. */
export function Starter() {
  const document = useEditor((state) => state.document)
  const readOnly = useEditor((state) => state.readOnly)
  const explain = useSurroundings((state) => state.explain)
  const [only] = document.nodes
  const empty = document.nodes.length === 1 && document.notes.length === 0 && only !== undefined && explain(only).definition?.singleton
  return empty && !readOnly ? <Asking entry={only.id} /> : null
}

function Asking({ entry }: { entry: string }) {
  const t = useTranslations('editor.starter')
  const { definitions, editor } = useSession()
  const actions = useActions()
  const words = useNodeWords()
  const node = useEditor((state) => state.document.nodes.find((node) => node.id === entry))
  const description = useSurroundings((state) => (node ? state.explain(node) : null))
  const [x, y, zoom] = useStore((state) => state.transform)
  const width = useStore((state) => state.nodeLookup.get(entry)?.measured.width)
  if (!node || width === undefined) return null
  const start = description?.outcomes.find((outcome) => outcome.role === 'main')?.id
  const begin = (type: string) => {
    const id = actions.addStep(type, start ? { from: { from: node.id, outcome: start } } : {})
    if (id) actions.take(id)
  }
  const examples = Object.values(nodeExamples).flatMap((example) => {
    const read = parseDocument(example)
    return read.ok && read.value.document.kind === editor.getState().document.kind ? [read.value.document] : []
  })
  const open = (example: FlowDocument) =>
    editor.getState().run({
      name: 'use-example',
      edit: (now) => {
        const fresh = openDocument(example)
        return apply(now, diff(now, { ...fresh, name: now.name, kind: now.kind }))
      },
    })
  return (
    <div
      className={classes.ghost}
      style={{ transform: `translate(${x + (node.position.x + width + GAP.x) * zoom}px, ${y + node.position.y * zoom}px) scale(${zoom})` }}
      data-testid="starter"
      data-drop-through
    >
      <p className={classes.question}>{t('question')}</p>
      <ul className={classes.list}>
        {suggestions
          .filter(({ type }) => definitions.has(type))
          .map(({ type, key, icon: Icon }) => (
            <li key={type}>
              <UnstyledButton className={classes.choice} onClick={() => begin(type)} data-category={definitions.get(type)?.category}>
                <span className={classes.icon} aria-hidden>
                  <Icon size={16} stroke={1.75} />
                </span>
                <span>
                  <span className={classes.name}>{t(`choices.${key}`)}</span>
                  <span className={classes.help}>{words.typeDescription(type)}</span>
                </span>
              </UnstyledButton>
            </li>
          ))}
      </ul>
      <Menu position="bottom-start" width={280} withinPortal>
        <Menu.Target>
          <UnstyledButton className={classes.example}>
            <IconFileText size={14} stroke={1.75} aria-hidden />
            {t('example')}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
          {examples.map((example) => (
            <Menu.Item key={example.name} onClick={() => open(example)}>
              {example.name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
