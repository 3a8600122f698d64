interface VitestWorker {
  resolvingModules?: Set<string>
}

const REQUESTS = /^(FSReq|GetAddrInfo|GetNameInfo)/

/**
 * Whether Node is busy outside the story: a module is being loaded, or a file or a name is being
 * looked up. Story time stands still meanwhile. Work in the thread pool that has no request of its
 * own (`crypto.pbkdf2`) cannot be seen; such exercises run on the real clock.
 */
export function somethingOpen(): boolean {
  const worker = (globalThis as { __vitest_worker__?: VitestWorker }).__vitest_worker__
  if (worker?.resolvingModules && worker.resolvingModules.size > 0) return true
  return process.getActiveResourcesInfo().some((resource) => REQUESTS.test(resource))
}

/** What Node waits for, by name and number; timers and turns of the loop left out. */
export function openResources(): Map<string, number> {
  const counts = new Map<string, number>()
  for (const name of process.getActiveResourcesInfo()) {
    if (!/^(Timeout|Immediate|TickObject)$/.test(name)) {
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  return counts
}

/** What is open now and was not open then, in words. */
export const openedSince = (before: ReadonlyMap<string, number>): string[] =>
  [...openResources()]
    .filter(([name, count]) => count > (before.get(name) ?? 0))
    .map(([name]) => RESOURCES[name] ?? `something that Node calls ${name}`)

const RESOURCES: Record<string, string> = {
  ProcessWrap: 'a child process',
  TCPServerWrap: 'a server',
  TCPSocketWrap: 'a network connection',
  UDPWrap: 'a network socket',
  MessagePort: 'a message channel',
  TTYWrap: 'the terminal',
  PipeWrap: 'a pipe',
  FSEventWrap: 'a watched file',
  StatWatcher: 'a watched file',
  SignalWrap: 'a signal handler',
}
