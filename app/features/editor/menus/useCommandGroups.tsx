import type { SpotlightActionData, SpotlightActionGroupData } from '@mantine/spotlight'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useCan } from '@/app/features/shared/me'
import { KeyHint } from '@/app/ui/feedback/KeyHint'
import { NodeIcon } from '../canvas/NodeIcon'
import { keysOf, type ShortcutId } from '../keyboard/shortcuts'
import { useArrange } from '../layout/useArrange'
import { isNothing, onlyNode } from '../model/selection'
import { useCatalogue } from '../palette/useCatalogue'
import { useActions, useEditor, useSession } from '../session/EditorContext'
import { useUnpublished } from '../session/useFlowMeta'
import { useNamedSteps } from '../session/useNamedSteps'
import { useCallIt } from '../topbar/useCallIt'
import { useNodeWords } from '../words/useNodeWords'

const alignments = ['left', 'center', 'right', 'top', 'middle', 'bottom'] as const
const axes = ['horizontal', 'vertical'] as const
const withKeywords = ['arrange', 'fit', 'find', 'flowSettings', 'shortcuts', 'publish', 'versions', 'call', 'numbers', 'minimap'] as const
const hasKeywords = (id: string): id is (typeof withKeywords)[number] => withKeywords.some((known) => known === id)

/** What the command palette offers. */
export function useCommandGroups(): SpotlightActionGroupData[] {
  const t = useTranslations('editor.palette')
  const menu = useTranslations('editor.menu')
  const actions = useActions()
  const arrange = useArrange()
  const router = useRouter()
  const can = useCan()
  const words = useNodeWords()
  const { ui, canvas, autosave } = useSession()
  const readOnly = useEditor((state) => state.readOnly)
  const module = useEditor((state) => state.document.kind === 'module')
  const picked = useEditor((state) => !isNothing(state.selection))
  const only = useEditor((state) => onlyNode(state.selection))
  const cards = useEditor((state) => Math.min(3, state.selection.nodes.length + state.selection.notes.length))
  const { changed } = useUnpublished()
  const callIt = useCallIt(changed)
  const steps = useNamedSteps()
  const types = useCatalogue('')
  const mayPublish = can('flow.publish')
  const mayCall = can('phone.use') && !module
  const mayAssign = can('number.assign') && !module
  return useMemo(() => {
    const command = (id: string, label: string, run: () => void, shortcut?: ShortcutId): SpotlightActionData => ({
      id,
      label,
      onClick: run,
      ...(hasKeywords(id) ? { keywords: t(`keywords.${id}`) } : {}),
      ...(shortcut ? { rightSection: <KeyHint keys={keysOf(shortcut)} /> } : {}),
    })
    const add = types.map(
      (item): SpotlightActionData => ({
        id: `add:${item.type}`,
        label: t('addNamed', { name: item.name }),
        description: item.description,
        leftSection: <NodeIcon type={item.type} size={18} />,
        onClick: () => {
          const id = actions.addNext(item.type)
          if (id) requestAnimationFrame(() => actions.take(id))
        },
      }),
    )
    const copied = [command('copy', menu('copy'), () => void actions.copy(), 'copy')]
    const ofSelection = [
      command('cut', menu('cut'), () => void actions.cut(), 'cut'),
      command('duplicate', menu('duplicate'), actions.duplicate, 'duplicate'),
      command('delete', menu('delete'), actions.removeSelection, 'delete'),
    ]
    const ofCards = [
      ...alignments.map((to) => command(`align:${to}`, menu(`aligns.${to}`), () => actions.align(to))),
      ...(cards < 3 ? [] : axes.map((axis) => command(`distribute:${axis}`, menu(`distributes.${axis}`), () => actions.distribute(axis)))),
    ]
    const edits = [
      ...(only ? [command('connect', menu('connect'), () => ui.setState({ connectFrom: only }), 'connect')] : []),
      ...(picked ? ofSelection : []),
      command('paste', menu('paste'), () => void actions.paste(), 'paste'),
      ...(cards > 1 ? ofCards : []),
      command('note', menu('addNote'), () => actions.addNote(), 'note'),
      command('arrange', menu('arrange'), () => void arrange(), 'arrange'),
      command('undo', menu('undo'), actions.undo, 'undo'),
      command('redo', menu('redo'), actions.redo, 'redo'),
      command('save', menu('save'), () => void autosave.flush(), 'save'),
    ]
    const views = [
      command('find', menu('find'), () => ui.setState({ find: true }), 'find'),
      command('fit', menu('fit'), () => canvas.current?.fit(), 'fit'),
      command('all', menu('selectAll'), actions.selectAll, 'selectAll'),
      command('problems', menu('problems'), () => ui.setState((state) => ({ problemsOpen: !state.problemsOpen })), 'nextProblem'),
      command('minimap', menu('minimap'), () => ui.setState((state) => ({ minimap: !state.minimap }))),
      command('versions', menu('versions'), () => ui.setState({ side: 'versions' })),
      command('flowSettings', menu('flowSettings'), () => {
        actions.select({})
        ui.setState({ side: 'inspector' })
      }),
      command('shortcuts', menu('shortcuts'), () => ui.setState({ dialog: 'shortcuts' }), 'help'),
      command('flows', menu('allFlows'), () => router.push('/flows')),
    ]
    const out = [
      ...(mayPublish ? [command('publish', menu('publish'), () => ui.setState({ dialog: 'publish' }))] : []),
      ...(mayCall ? [command('call', menu('call'), callIt)] : []),
      ...(mayAssign ? [command('numbers', menu('numbers'), () => ui.setState({ dialog: 'numbers' }))] : []),
    ]
    const go = steps.map(
      (node): SpotlightActionData => ({
        id: `go:${node.id}`,
        label: words.title(node),
        description: node.name ? words.typeName(node.type) : undefined,
        leftSection: <NodeIcon type={node.type} size={18} />,
        onClick: () => actions.goTo(node.id),
      }),
    )
    return [
      ...(readOnly ? [] : [{ group: t('groupAdd'), actions: add }]),
      { group: t('groupDo'), actions: [...out, ...(picked ? copied : []), ...(readOnly ? [] : edits), ...views] },
      { group: t('groupGo'), actions: go },
    ]
  }, [
    t,
    menu,
    actions,
    arrange,
    router,
    words,
    ui,
    canvas,
    autosave,
    readOnly,
    steps,
    types,
    mayPublish,
    mayCall,
    mayAssign,
    callIt,
    picked,
    only,
    cards,
  ])
}
