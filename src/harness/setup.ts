// Loaded by Vitest before each test file. fast-check comes first: its own time limits must keep to
// real time, and it saves the timers it finds.
import 'fast-check'
import { inject } from 'vitest'

import { patchBuiltins } from '../clock/builtins.ts'
import { rememberIntrinsics } from './intrinsics.ts'
import './matchers.ts'
import './plain-matchers.ts'
import { patchOutside } from './outside.ts'
import { limitPrinting } from './printing.ts'
import { forgetSubmission } from './submission.ts'
import { tidySurroundings } from './surroundings.ts'
import { Watchdog } from './watchdog.ts'

const watchdog = Watchdog.get()
watchdog.waitsForDebugger = inject('waitsForDebugger')
const checksOfSilence = inject('checksOfSilence')
if (checksOfSilence) watchdog.checksOfSilence = checksOfSilence
patchBuiltins()
patchOutside()
rememberIntrinsics()
limitPrinting()
forgetSubmission()
tidySurroundings()
