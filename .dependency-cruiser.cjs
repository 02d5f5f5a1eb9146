// Who may import whom. Every rule is an error; the reasons stand in docs/architecture.md.
// Types count as imports. Cycles at run time are Biome's `noImportCycles`.
const ours = '^(app|engine|nodes|prisma|cli|web|supervisor|scripts|bench|e2e)/'
const tests = '(\\.test\\.tsx?$|\\.integration\\.test\\.ts$|/testing/|/support/|^e2e/|^bench/)'
const only = (name, from, allowed, extra = {}) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: tests, ...extra },
  to: { path: ours, pathNot: allowed },
})

const rooms = [
  {
    // The types of procedures, permissions and events; their modules are the only ones that features may name.
    name: 'features-on-ui-flow-compiler',
    severity: 'error',
    from: { path: '^app/features/', pathNot: tests },
    to: {
      path: '^(app/server|prisma|engine/(control|vault|speech|http|settings)|nodes/registry\\.runtime)',
      pathNot: '^(app/server/(root|permissions|services/audit/record)|engine/control/protocol)\\.ts$',
    },
  },
  only('ui-knows-nothing-of-ours', '^app/ui/', ['^app/ui/']),
  only('errors-stand-alone', '^engine/errors/', ['^engine/errors/']),
  only('flow-imports-errors-only', '^engine/flow/', ['^engine/flow/', '^engine/errors/']),
  only('ports-import-flow-and-errors', '^engine/ports/', ['^engine/ports/', '^engine/flow/', '^engine/errors/']),
  only('compiler-receives-the-registry', '^engine/compiler/', ['^engine/compiler/', '^engine/flow/', '^engine/errors/']),
  only('runtime-on-ports-and-store', '^engine/runtime/', [
    '^engine/runtime/',
    '^engine/flow/',
    '^engine/ports/',
    '^engine/errors/',
    '^engine/store/',
    '^engine/vault/',
    '^engine/logging',
  ]),
  only('store-knows-no-runtime', '^engine/store/', [
    '^engine/store/',
    '^engine/flow/',
    '^engine/ports/',
    '^engine/errors/',
    '^engine/logging',
  ]),
  only('telephony-on-ports', '^engine/(ari|speech|http)/', [
    '^engine/(ari|speech|http)/',
    '^engine/ports/',
    '^engine/flow/',
    '^engine/errors/',
    '^engine/control/protocol',
    '^engine/logging',
  ]),
  only('practice-is-a-telephone-world', '^engine/practice/', [
    '^engine/practice/',
    '^engine/ari/fake/',
    '^engine/ports/',
    '^engine/flow/',
    '^engine/errors/',
    '^engine/control/protocol',
  ]),
  only('asterisk-stands-alone', '^engine/asterisk/', ['^engine/asterisk/', '^engine/errors/']),
  only('small-rooms-stand-alone', '^engine/(control|vault|logging)', [
    '^engine/(control|vault|logging)',
    '^engine/errors/',
    '^engine/flow/',
    '^engine/ports/',
  ]),
  only('settings-on-database-and-vault', '^engine/settings/', ['^engine/settings/', '^engine/vault/', '^engine/errors/', '^prisma/']),
  only('web-on-server-and-control', '^web/', ['^web/', '^app/server/', '^engine/errors/', '^engine/control/']),
  only('cli-on-server-and-compiler', '^cli/', ['^cli/', '^app/server/', '^prisma/', '^nodes/', '^engine/(errors|flow|compiler)/']),
  {
    // It brings programs up; what calls and flows are is none of its business.
    name: 'supervisor-knows-no-flows',
    severity: 'error',
    from: { path: '^supervisor/', pathNot: tests },
    to: { path: '^(app/features|app/ui|nodes|cli|web|engine/(runtime|store|compiler|speech|http|practice))' },
  },
  {
    name: 'a-step-runs-in-the-engine-only',
    severity: 'error',
    from: { path: '^(app|cli|web|supervisor)/', pathNot: tests },
    to: { path: '^nodes/[^/]+/runtime\\.ts$' },
  },
  only('node-schema-on-flow', '^nodes/[^/]+/(schema|compile|messages)\\.ts$', [
    '^nodes/[^/]+/(schema|messages|compile)\\.ts$',
    '^nodes/kit/',
    '^engine/flow/',
    '^engine/errors/',
  ]),
  only('node-runtime-on-ports', '^nodes/([^/]+)/runtime\\.ts$', [
    '^nodes/$1/',
    '^nodes/kit/',
    '^engine/ports/',
    '^engine/flow/',
    '^engine/errors/',
  ]),
  only('node-form-on-ui', '^nodes/[^/]+/form\\.tsx$', ['^nodes/[^/]+/schema\\.ts$', '^app/ui/', '^engine/flow/']),
  {
    name: 'server-never-touches-calls',
    severity: 'error',
    from: { path: '^app/', pathNot: tests },
    to: { path: '^engine/(ari|runtime|asterisk|store|main)' },
  },
  { name: 'nobody-imports-main', severity: 'error', from: {}, to: { path: '^(engine/main|web/server|cli/main|supervisor/main)\\.ts$' } },
  { name: 'tests-stay-tests', severity: 'error', from: { pathNot: tests }, to: { path: '(\\.test\\.tsx?$|^e2e/|^bench/)' } },
  { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, path: '^[.@]/' } },
]

module.exports = {
  forbidden: rooms,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|\\.next|dist|generated|\\.data)(/|$)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
  },
}
