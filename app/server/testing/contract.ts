import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ErrorCode } from '@/engine/errors'
import { helloDocument, seedCall, seedDraftFlow, seedFurtherSession, seedPublishedFlow, seedRecording } from '@/prisma/testing/seeds'
import { ProblemError } from '../problem-error'
import { type TestServer, testServer } from './test-server'

/** The code that a call is refused with; `done` when it is not. */
export async function refusal(call: Promise<unknown>): Promise<ErrorCode | 'done'> {
  try {
    await call
    return 'done'
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code
    throw error
  }
}

/** What the server promises on every database; `url` gives a new, empty one (undefined = SQLite in a temporary folder). */
export function serverContract(name: string, url: () => Promise<string | undefined>): void {
  describe(`the server on ${name}`, { timeout: 60_000 }, () => {
    let server: TestServer
    beforeAll(async () => {
      server = await testServer(await url())
    }, 60_000)
    afterAll(() => server.remove())

    describe('drafts', () => {
      it('are saved on the revision they were based on, and refused on an older one', async () => {
        const { flowId } = await seedDraftFlow(server.prisma)
        const analyst = server.as(await server.person('analyst'))
        const saved = await analyst.flows.saveDraft({ flowId, document: hello('Renamed'), baseRevision: 1 })
        expect(saved.revision).toBe(2)
        expect(await refusal(analyst.flows.saveDraft({ flowId, document: hello('Other'), baseRevision: 1 }))).toBe('DRAFT_STALE')
        expect(await analyst.flows.get({ flowId })).toMatchObject({
          name: 'Renamed',
          draft: { revision: 2, updatedBy: 'An analyst', document: { name: 'Renamed' } },
          live: null,
        })
      })

      it('take one of many that save at once', async () => {
        const { flowId } = await seedDraftFlow(server.prisma)
        const outcomes = await Promise.all(
          Array.from({ length: 8 }, (_, index) =>
            refusal(server.machine.flows.saveDraft({ flowId, document: hello(`Name ${index}`), baseRevision: 1 })),
          ),
        )
        expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
        expect(outcomes.filter((outcome) => outcome === 'DRAFT_STALE')).toHaveLength(7)
      })
    })

    describe('publishing', () => {
      it('makes numbered versions, the last one live, and tells who did it', async () => {
        const { flowId } = await seedPublishedFlow(server.prisma)
        const admin = server.as(await server.person('administrator'))
        await admin.flows.saveDraft({ flowId, document: hello('Hello', 'Good morning.'), baseRevision: 1 })
        expect((await flow(flowId)).state).toBe('changed')
        expect(await admin.flows.publish({ flowId, revision: 2, note: 'morning' })).toMatchObject({ number: 2 })
        expect(await flow(flowId)).toMatchObject({ state: 'live', liveVersion: 2 })
        expect(await admin.flows.versions({ flowId })).toMatchObject([
          { number: 2, note: 'morning', live: true, createdBy: 'An administrator', calls: 0 },
          { number: 1, note: 'first', live: false },
        ])
        expect((await admin.audit.list({ action: 'flow.publish', limit: 1 })).items).toMatchObject([
          { actorName: 'An administrator', subject: 'Hello', subjectId: flowId, details: { version: 2, note: 'morning' } },
        ])
      })

      it('refuses a draft that has changed meanwhile, and one with errors together with its findings', async () => {
        const { flowId } = await seedDraftFlow(server.prisma, { ...(helloDocument() as object), edges: [] })
        expect(await refusal(server.machine.flows.publish({ flowId, revision: 7, note: '' }))).toBe('DRAFT_STALE')
        const broken = {
          ...hello('Broken'),
          nodes: hello('Broken').nodes.map((node) => (node.id === 'hello' ? { ...node, type: 'teleport' } : node)),
        }
        await server.machine.flows.saveDraft({ flowId, document: broken, baseRevision: 1 })
        const failed = await server.machine.flows.publish({ flowId, revision: 2, note: '' }).catch((error: unknown) => error)
        expect(failed).toBeInstanceOf(ProblemError)
        expect(failed).toMatchObject({
          problem: { code: 'FLOW_HAS_ERRORS' },
          diagnostics: expect.arrayContaining([expect.objectContaining({ code: 'PB104', nodeId: 'hello' })]),
        })
        expect(await server.machine.flows.versions({ flowId })).toEqual([])
      })

      it('at once by several people makes one version for each, with numbers of their own', async () => {
        const { flowId } = await seedDraftFlow(server.prisma)
        const numbers = await Promise.all(
          Array.from({ length: 4 }, async () => (await server.machine.flows.publish({ flowId, revision: 1, note: '' })).number),
        )
        expect(numbers.sort()).toEqual([1, 2, 3, 4])
      })

      it('rolls back and forward, which is audited, and copies a version into the draft', async () => {
        const { flowId, versionId } = await seedPublishedFlow(server.prisma)
        await server.machine.flows.saveDraft({ flowId, document: hello('Second'), baseRevision: 1 })
        const second = await server.machine.flows.publish({ flowId, revision: 2, note: '' })
        await server.machine.flows.goLive({ flowId, versionId })
        expect(await flow(flowId)).toMatchObject({ liveVersion: 1, state: 'changed' })
        await server.machine.flows.goLive({ flowId, versionId: second.versionId })
        const audit = await server.machine.audit.list({ limit: 2 })
        expect(audit.items.map(({ action, details }) => [action, details])).toEqual([
          ['flow.roll-forward', { from: 1, to: 2 }],
          ['flow.rollback', { from: 2, to: 1 }],
        ])
        expect(await server.machine.flows.restoreDraft({ flowId, versionId, baseRevision: 2 })).toMatchObject({ revision: 3 })
        expect((await server.machine.flows.get({ flowId })).draft.document.name).toBe('Hello')
      })

      it('does not run another flow’s version', async () => {
        const one = await seedPublishedFlow(server.prisma)
        const other = await seedPublishedFlow(server.prisma)
        expect(await refusal(server.machine.flows.goLive({ flowId: one.flowId, versionId: other.versionId }))).toBe('VERSION_MISSING')
        expect(await refusal(server.machine.flows.restoreDraft({ flowId: one.flowId, versionId: other.versionId, baseRevision: 1 }))).toBe(
          'VERSION_MISSING',
        )
      })
    })

    describe('flows', () => {
      it('are made with a start step, copied under a free name, and archived once no number leads to them', async () => {
        const { flowId } = await server.machine.flows.create({ name: 'Front desk', kind: 'ivr' })
        expect((await server.machine.flows.get({ flowId })).draft.document.nodes).toMatchObject([{ type: 'entry' }])
        const copy = await server.machine.flows.duplicate({ flowId })
        expect((await flow(copy.flowId)).name).toBe('Front desk (2)')
        await server.machine.numbers.assign({ number: '7100', flowId })
        expect(await refusal(server.machine.flows.remove({ flowId }))).toBe('FLOW_HAS_NUMBERS')
        await server.machine.numbers.unassign({ number: '7100' })
        await server.machine.flows.remove({ flowId })
        for (const gone of [
          () => server.machine.flows.get({ flowId }),
          () => server.machine.flows.versions({ flowId }),
          () => server.machine.flows.saveDraft({ flowId, document: hello('Back'), baseRevision: 1 }),
          () => server.machine.flows.publish({ flowId, revision: 1, note: '' }),
          () => server.machine.flows.duplicate({ flowId }),
          () => server.machine.flows.remove({ flowId }),
          () => server.machine.numbers.assign({ number: '7100', flowId }),
        ]) {
          expect(await refusal(gone())).toBe('NOT_FOUND')
        }
      })

      it('count their calls of the last week and which of them failed', async () => {
        const { flowId, versionId } = await seedPublishedFlow(server.prisma)
        await seedCall(server.prisma, versionId)
        await seedCall(server.prisma, versionId, { outcome: 'failed', errorCode: 'HTTP_TIMEOUT' })
        await seedCall(server.prisma, versionId, { startedAt: new Date(Date.now() - 8 * 24 * 3600_000) })
        expect(await flow(flowId)).toMatchObject({ callsLast7Days: 2, failedLast7Days: 1 })
        expect((await server.machine.flows.versions({ flowId }))[0]?.calls).toBe(3)
      })

      it('count a call once that went through a flow twice, and for each flow that it went through', async () => {
        const { flowId, versionId } = await seedPublishedFlow(server.prisma)
        const other = await seedPublishedFlow(server.prisma)
        const { versionId: next } = await server.machine.flows.publish({ flowId, revision: 1, note: '' })
        await seedCall(server.prisma, versionId)
        const { interactionId } = await seedCall(server.prisma, versionId, { outcome: 'failed' })
        for (const version of [versionId, next, other.versionId]) await seedFurtherSession(server.prisma, interactionId, version)
        expect(await flow(flowId)).toMatchObject({ callsLast7Days: 2, failedLast7Days: 1 })
        expect(await flow(other.flowId)).toMatchObject({ callsLast7Days: 1, failedLast7Days: 1 })
        const versions = await server.machine.flows.versions({ flowId })
        expect(versions.map(({ versionId: id, calls }) => [id, calls])).toEqual([
          [next, 1],
          [versionId, 2],
        ])
      })

      it('offer live modules to each other, by name and kind', async () => {
        const { flowId } = await seedDraftFlow(server.prisma)
        await server.machine.secrets.set({ name: 'CRM_KEY', value: 'hush' })
        const around = await server.machine.flows.context({ flowId })
        expect(around.secrets).toContain('CRM_KEY')
        expect(JSON.stringify(around)).not.toContain('hush')
      })
    })

    describe('numbers', () => {
      it('lead to one flow; another takes it only when told so', async () => {
        const one = await seedPublishedFlow(server.prisma, helloDocument('One'))
        const two = await seedPublishedFlow(server.prisma, helloDocument('Two'))
        await server.machine.numbers.assign({ number: '7200', flowId: one.flowId, label: 'Main' })
        await server.machine.numbers.assign({ number: '7200', flowId: one.flowId })
        const taken = await server.machine.numbers.assign({ number: '7200', flowId: two.flowId }).catch((error: unknown) => error)
        expect(taken).toMatchObject({ problem: { code: 'NUMBER_TAKEN', params: { number: '7200', by: 'One' } } })
        await server.machine.numbers.assign({ number: '7200', flowId: two.flowId, replace: true })
        expect(await server.machine.numbers.list()).toContainEqual({ number: '7200', flowId: two.flowId, flowName: 'Two', label: 'Main' })
        expect((await server.machine.audit.list({ action: 'number.assign', limit: 2 })).items.map(({ details }) => details)).toEqual([
          { flow: 'Two', before: 'One' },
          { flow: 'One', before: null },
        ])
      })

      it('are no phone’s extension, and no phone takes a flow’s number', async () => {
        const { flowId } = await seedPublishedFlow(server.prisma)
        await server.machine.phones.create({ extension: '210', name: 'Desk' })
        expect(await refusal(server.machine.numbers.assign({ number: '210', flowId, replace: true }))).toBe('NUMBER_TAKEN')
        await server.machine.numbers.assign({ number: '7300', flowId })
        expect(await refusal(server.machine.phones.create({ extension: '7300', name: 'Desk' }))).toBe('NUMBER_TAKEN')
        expect(await refusal(server.machine.numbers.unassign({ number: '7399' }))).toBe('NUMBER_UNASSIGNED')
      })
    })

    describe('calls', () => {
      it('are listed latest first, page by page, without one missing or twice', async () => {
        const { flowId, versionId } = await seedPublishedFlow(server.prisma)
        const at = new Date()
        // Several in the same millisecond: the id decides.
        for (let index = 0; index < 7; index += 1)
          await seedCall(server.prisma, versionId, { startedAt: new Date(at.getTime() - Math.floor(index / 3)) })
        const seen: string[] = []
        let cursor: string | undefined
        do {
          const page = await server.machine.calls.list({ flowId, limit: 2, cursor })
          seen.push(...page.items.map(({ interactionId }) => interactionId))
          cursor = page.nextCursor ?? undefined
        } while (cursor)
        expect(new Set(seen).size).toBe(7)
        expect(seen).toHaveLength(7)
      })

      it('are found by flow, number, time, outcome, state, error, message and words', async () => {
        const { flowId, versionId } = await seedPublishedFlow(server.prisma)
        const ann = await seedCall(server.prisma, versionId, { from: '5551', fromName: 'Ann Lee', to: '7001' })
        const bob = await seedCall(server.prisma, versionId, {
          from: '5552',
          outcome: 'failed',
          errorCode: 'HTTP_TIMEOUT',
          startedAt: new Date(Date.now() - 3600_000),
        })
        const live = await seedCall(server.prisma, versionId, { from: '5553', live: true })
        await seedRecording(server.prisma, bob, 'recordings/none.wav')
        const found = async (filter: Omit<Parameters<typeof server.machine.calls.list>[0], 'flowId'>) =>
          (await server.machine.calls.list({ flowId, ...filter })).items.map(({ interactionId }) => interactionId).sort()
        const ids = (...calls: { interactionId: string }[]) => calls.map(({ interactionId }) => interactionId).sort()
        expect(await found({})).toEqual(ids(ann, bob, live))
        expect(await found({ number: '7001' })).toEqual(ids(ann))
        expect(await found({ outcome: 'failed' })).toEqual(ids(bob))
        expect(await found({ status: 'live' })).toEqual(ids(live))
        expect(await found({ status: 'ended' })).toEqual(ids(ann, bob))
        expect(await found({ withErrors: true })).toEqual(ids(bob))
        expect(await found({ withErrors: false })).toEqual(ids(ann, live))
        expect(await found({ withMessage: true })).toEqual(ids(bob))
        expect(await found({ search: 'ann l' })).toEqual(ids(ann))
        expect(await found({ search: '555' })).toEqual(ids(ann, bob, live))
        expect(await found({ to: new Date(Date.now() - 1800_000) })).toEqual(ids(bob))
        expect(await found({ from: new Date(Date.now() - 1800_000) })).toEqual(ids(ann, live))
      })

      it('show each step with what went in and came out, on the version that they ran', async () => {
        const { flowId, versionId } = await seedPublishedFlow(server.prisma)
        const { interactionId, sessionId } = await seedCall(server.prisma, versionId)
        await server.machine.flows.saveDraft({ flowId, document: hello('Later'), baseRevision: 1 })
        const call = await server.machine.calls.get({ interactionId })
        expect(call).toMatchObject({ durationMs: 5000, hasMessage: false, outcome: 'completed' })
        expect(call.sessions).toMatchObject([
          {
            sessionId,
            versionId,
            versionNumber: 1,
            flowId,
            document: { name: 'Hello' },
            steps: [
              { visit: 1, nodeId: 'start', durationMs: 0, output: null },
              { visit: 2, nodeId: 'hello', durationMs: 5000, output: { said: 1 }, outcome: 'done' },
            ],
          },
        ])
        expect(JSON.stringify(call)).not.toContain('snapshot')
      })

      it('show the modules that they went through as they were drawn in the versions that ran', async () => {
        const at = { version: 1, position: { x: 0, y: 0 } }
        const module = {
          ...(helloDocument('Opening hours') as object),
          kind: 'module',
          outcomes: [{ id: 'open', label: 'We are open' }],
          nodes: [
            { ...at, id: 'in', type: 'entry', config: {} },
            { ...at, id: 'back', type: 'return', config: { outcome: 'open' } },
          ],
          edges: [{ from: 'in', outcome: 'start', to: 'back' }],
        }
        const inner = await seedPublishedFlow(server.prisma, module)
        const caller = {
          ...(helloDocument('Main line') as object),
          nodes: [
            { ...at, id: 'start', type: 'entry', config: {} },
            { ...at, id: 'hours', type: 'run-module', config: { module: inner.flowId, inputs: [], results: [] } },
            { ...at, id: 'end', type: 'hangup', config: {} },
          ],
          edges: [
            { from: 'start', outcome: 'start', to: 'hours' },
            { from: 'hours', outcome: 'open', to: 'end' },
          ],
        }
        const { versionId } = await seedPublishedFlow(server.prisma, caller)
        const { interactionId, sessionId } = await seedCall(server.prisma, versionId)
        const shown = async () => (await server.machine.calls.get({ interactionId })).sessions[0]?.modules
        expect(await shown()).toEqual([])
        const visited = {
          sessionId,
          visit: 3,
          path: 'hours.back',
          type: 'return',
          enteredAt: new Date(),
          leftAt: new Date(),
          outcome: 'left',
        }
        await server.prisma.step.create({ data: visited })
        expect(await shown()).toMatchObject([
          { scope: 'hours', flowId: inner.flowId, versionId: inner.versionId, versionNumber: 1, document: { name: 'Opening hours' } },
        ])
      })

      it('are ended through the engine, which is audited; not once they are over', async () => {
        const { versionId } = await seedPublishedFlow(server.prisma)
        const live = await seedCall(server.prisma, versionId, { live: true, from: '5559' })
        const over = await seedCall(server.prisma, versionId)
        await server.machine.calls.hangup({ sessionId: live.sessionId })
        expect(server.engine.hungUp).toEqual([live.sessionId])
        expect(await refusal(server.machine.calls.hangup({ sessionId: over.sessionId }))).toBe('CALL_GONE')
        expect(await refusal(server.machine.calls.hangup({ sessionId: 'none' }))).toBe('NOT_FOUND')
        expect((await server.machine.audit.list({ action: 'call.hangup' })).items).toMatchObject([
          { subject: '5559', subjectId: live.interactionId },
        ])
      })
    })

    describe('users', () => {
      it('are made with a password that is told once, and no address twice', async () => {
        const made = await server.machine.users.create({ name: 'New', email: 'New@Test.local', role: 'analyst' })
        expect(made.password).toMatch(/^(\w{4}-){3}\w{4}$/)
        expect(await server.signIn({ email: 'new@test.local' }, made.password)).toContain('session_token')
        expect(await refusal(server.machine.users.create({ name: 'Again', email: 'new@TEST.local', role: 'agent' }))).toBe('NAME_TAKEN')
        const { password } = await server.machine.users.resetPassword({ userId: made.userId })
        await expect(server.signIn({ email: 'new@test.local' }, made.password)).rejects.toThrow('401')
        expect(await server.signIn({ email: 'new@test.local' }, password)).toContain('session_token')
        await server.machine.users.disable({ userId: made.userId })
        await server.machine.users.enable({ userId: made.userId })
        const { items } = await server.machine.audit.list({ limit: 20 })
        const ofThem = items.filter(({ subjectId }) => subjectId === made.userId)
        expect(ofThem.map(({ action, subject }) => [action, subject])).toEqual([
          ['user.enable', 'new@test.local'],
          ['user.disable', 'new@test.local'],
          ['user.reset-password', 'new@test.local'],
          ['user.create', 'new@test.local'],
        ])
        const audit = JSON.stringify(items)
        expect(audit).not.toContain(password)
        expect(audit).not.toContain(made.password)
      })

      it('always leave an administrator', async () => {
        for (const { id, role } of await server.machine.users.list())
          if (role === 'administrator') await server.machine.users.setRole({ userId: id, role: 'analyst' }).catch(() => {})
        const last = (await server.machine.users.list()).filter(({ role, disabled }) => role === 'administrator' && !disabled)
        expect(last).toHaveLength(1)
        const userId = last[0]?.id ?? ''
        expect(await refusal(server.machine.users.setRole({ userId, role: 'agent' }))).toBe('LAST_ADMINISTRATOR')
        expect(await refusal(server.machine.users.disable({ userId }))).toBe('LAST_ADMINISTRATOR')
      })

      it('lose and gain permissions with their role at once', async () => {
        const { userId } = await server.machine.users.create({ name: 'Moving', email: 'moving@test.local', role: 'agent' })
        await server.machine.users.setRole({ userId, role: 'supervisor' })
        const user = await server.prisma.user.findUniqueOrThrow({ where: { id: userId } })
        expect((await server.as(user).me.get()).permissions).toContain('call.listen')
        expect((await server.machine.audit.list({ action: 'user.role', limit: 1 })).items[0]?.details).toEqual({
          from: 'agent',
          to: 'supervisor',
        })
      })
    })

    describe('secrets, settings and phones', () => {
      it('keep secrets sealed, and never give them out', async () => {
        await server.machine.secrets.set({ name: 'TOKEN', value: 'first' })
        await server.machine.secrets.set({ name: 'TOKEN', value: 'second-value' })
        const row = await server.prisma.secret.findUniqueOrThrow({ where: { name: 'TOKEN' } })
        expect(row.ciphertext).not.toContain('second')
        expect(server.services.vault.open(row.ciphertext)).toEqual({ ok: true, value: 'second-value' })
        expect(JSON.stringify(await server.machine.secrets.list())).not.toContain('second')
        await server.machine.secrets.remove({ name: 'TOKEN' })
        expect(await refusal(server.machine.secrets.remove({ name: 'TOKEN' }))).toBe('SECRET_MISSING')
      })

      it('change the settings that are given, keep the trunk’s password, and tell the engine', async () => {
        const { set, get } = server.machine.settings
        const before = server.engine.reloads
        await set({ allowedHosts: ['crm.internal:8443'] })
        expect(server.engine.reloads).toBe(before)
        await set({ trunk: { host: 'sip.example.com', username: 'me', password: 'line-password' } })
        await set({ trunk: { host: 'sip.example.com', username: 'me', fromNumber: '+4930123' } })
        expect(await get()).toMatchObject({
          allowedHosts: ['crm.internal:8443'],
          trunk: { host: 'sip.example.com', username: 'me', hasPassword: true, fromNumber: '+4930123' },
        })
        expect(server.engine.reloads).toBe(before + 2)
        expect(await refusal(set({ trunk: { host: 'sip.elsewhere.com', username: 'me' } }))).toBe('INPUT_INVALID')
        await set({ trunk: null })
        expect((await get()).trunk).toBeNull()
        expect(JSON.stringify(await server.prisma.auditEntry.findMany({ where: { action: 'settings.change' } }))).not.toContain(
          'line-password',
        )
      })

      it('refuse words that would break out of Asterisk’s configuration', async () => {
        const { set } = server.machine.settings
        for (const host of ['a b', 'host\n[evil]', 'host;x', 'host:99999', '', 'http://x'])
          await expect(set({ trunk: { host } })).rejects.toThrow()
        for (const password of ['a\nb', 'a;b', 'a b'])
          await expect(set({ trunk: { host: 'h', username: 'u', password } })).rejects.toThrow()
        for (const network of ['10.0.0.0', '10.0.0.0/33', 'all', '10.0.0.0/8\n'])
          await expect(set({ trustedNetworks: [network] })).rejects.toThrow()
        await expect(server.machine.phones.create({ extension: '21', name: 'a"\n[x]' })).rejects.toThrow()
      })

      it('store changes for later when the engine is away', async () => {
        server.engine.up = false
        try {
          const phone = await server.machine.phones.create({ extension: '220', name: 'Lobby' })
          expect((await server.machine.phones.resetPassword({ phoneId: phone.phoneId })).password).not.toBe(phone.password)
          await server.machine.phones.remove({ phoneId: phone.phoneId })
        } finally {
          server.engine.up = true
        }
        expect((await server.machine.phones.list()).map(({ extension }) => extension)).not.toContain('220')
      })
    })

    it('pages the audit log and finds entries by person and time', async () => {
      const admin = await server.person('supervisor')
      const { items } = await server.machine.audit.list({ limit: 3 })
      expect(items).toHaveLength(3)
      const { items: next } = await server.machine.audit.list({
        limit: 3,
        cursor: (await server.machine.audit.list({ limit: 3 })).nextCursor ?? '',
      })
      expect(next.map(({ id }) => id)).not.toEqual(expect.arrayContaining(items.map(({ id }) => id)))
      expect((await server.machine.audit.list({ actor: admin.id })).items).toEqual([])
      expect((await server.machine.audit.list({ to: new Date(0) })).items).toEqual([])
    })

    async function flow(flowId: string) {
      const found = (await server.machine.flows.list()).find(({ id }) => id === flowId)
      if (!found) throw new Error('the flow is not in the list')
      return found
    }
  })
}

type Sent = Parameters<TestServer['machine']['flows']['saveDraft']>[0]['document']

function hello(name: string, text?: string): Sent {
  return helloDocument(name, text) as Sent // a document, as `helloDocument` says
}
