import { useRef } from 'react'
import { Canvas } from '../canvas/Canvas'
import { FirstSteps } from '../canvas/FirstSteps'
import { ConflictDialog } from '../conflicts/ConflictDialog'
import { FindBar } from '../find/FindBar'
import { SidePanel } from '../inspector/SidePanel'
import { useSideOnDemand } from '../inspector/useSideOnDemand'
import { ShortcutsDialog } from '../keyboard/ShortcutsDialog'
import { useClipboardEvents } from '../keyboard/useClipboardEvents'
import { useKeyboard } from '../keyboard/useKeyboard'
import { ConnectMenu } from '../menus/ConnectMenu'
import { ContextMenu } from '../menus/ContextMenu'
import { EditorCommands } from '../menus/EditorCommands'
import { PalettePanel } from '../palette/PalettePanel'
import { QuickAddList } from '../palette/QuickAddList'
import { useLastSave } from '../persistence/useLastSave'
import { useFlowWatch } from '../presence/useFlowWatch'
import { useMergeNotice } from '../presence/useMergeNotice'
import { ProblemsPanel } from '../problems/ProblemsPanel'
import { useServerFindings } from '../problems/useServerFindings'
import { useValidation } from '../problems/useValidation'
import { PublishDialog } from '../publish/PublishDialog'
import { useEditor, useUi } from '../session/EditorContext'
import { useFollowCall } from '../session/useFollowCall'
import { useLiveSteps } from '../session/useLiveSteps'
import { Toolbar } from '../toolbar/Toolbar'
import { TopBar } from '../topbar/TopBar'
import classes from './EditorLayout.module.css'
import { PointerHint } from './PointerHint'
import { StatusBar } from './StatusBar'

/** Where everything stands. */
export function EditorLayout() {
  const root = useRef<HTMLDivElement>(null)
  const palette = useUi((state) => state.palette)
  const side = useUi((state) => state.side)
  const readOnly = useEditor((state) => state.readOnly)
  const watch = useFlowWatch()
  useKeyboard(root)
  useClipboardEvents(root)
  useValidation()
  useServerFindings()
  useLiveSteps()
  useFollowCall()
  useLastSave()
  useMergeNotice()
  useSideOnDemand()
  const withPalette = palette && !readOnly
  return (
    <div className={classes.editor} ref={root} data-testid="flow-editor">
      <TopBar people={watch.people} />
      <div className={classes.body} data-palette={withPalette || undefined} data-side={side !== null || undefined}>
        {withPalette && <PalettePanel />}
        <main className={classes.stage} id="content">
          <Canvas />
          <FirstSteps />
          <FindBar />
          <Toolbar />
        </main>
        {side && <SidePanel side={side} />}
      </div>
      <ProblemsPanel />
      <StatusBar />
      <QuickAddList />
      <ContextMenu />
      <ConnectMenu />
      <PointerHint />
      <EditorCommands />
      <PublishDialog />
      <ConflictDialog />
      <ShortcutsDialog />
    </div>
  )
}
