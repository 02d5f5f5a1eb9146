import { router } from '../../trpc'
import { context } from './context'
import { create } from './create'
import { duplicate } from './duplicate'
import { get } from './get'
import { goLive } from './go-live'
import { list } from './list'
import { publish } from './publish'
import { remove } from './remove'
import { restoreDraft } from './restore-draft'
import { saveDraft } from './save-draft'
import { validate } from './validate'
import { version } from './version'
import { versions } from './versions'
import { watch } from './watch'

export const flows = router({
  list,
  get,
  create,
  duplicate,
  remove,
  saveDraft,
  context,
  validate,
  publish,
  versions,
  version,
  goLive,
  restoreDraft,
  watch,
})
